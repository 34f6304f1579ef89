using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Hnn.Core.Files;
using Hnn.Core.Networks;

namespace Hnn.Core.Results;

/// <summary>What the cells did in each trial: spikes, and the voltages, synaptic currents and calcium that were recorded. Immutable.</summary>
public sealed partial class CellResponse
{
    private readonly SectionRecordings _recordings;

    /// <summary>Makes a response without recordings.</summary>
    /// <param name="trials">The spikes of each trial.</param>
    /// <param name="gidRanges">The gids of each cell type and drive, in order; must not overlap. Spikes without a type get theirs from here. Default: unknown.</param>
    /// <param name="cellTypes">The real cells' types among these, in order. Default: none known.</param>
    /// <exception cref="ArgumentException">The ranges overlap, or lack a cell type.</exception>
    public CellResponse(
        ImmutableArray<SpikeTable> trials,
        IReadOnlyDictionary<string, GidRange>? gidRanges = null,
        ImmutableArray<string> cellTypes = default)
        : this(trials, gidRanges, cellTypes, SectionRecordings.None)
    {
    }

    internal CellResponse(
        ImmutableArray<SpikeTable> trials,
        IReadOnlyDictionary<string, GidRange>? gidRanges,
        ImmutableArray<string> cellTypes,
        SectionRecordings recordings)
    {
        GidRanges = GidTypes.Checked(gidRanges ?? ReadOnlyDictionary<string, GidRange>.Empty);
        CellTypes = cellTypes.IsDefault ? [] : cellTypes;
        if (CellTypes.FirstOrDefault(type => !GidRanges.ContainsKey(type)) is { } missing)
            throw new ArgumentException($"There is no gid range for the cell type '{missing}'. Pass one for each cell type.", nameof(gidRanges));
        Trials = [.. trials.Select(trial => GidTypes.Completed(trial, GidRanges))];
        _recordings = recordings;
    }

    /// <summary>Spikes of each trial. Shape: [trials].</summary>
    public ImmutableArray<SpikeTable> Trials { get; }

    /// <summary>The gids of each cell type and drive, in order; empty if unknown.</summary>
    public IReadOnlyDictionary<string, GidRange> GidRanges { get; }

    /// <summary>Types of the real cells, in order; empty if unknown.</summary>
    public ImmutableArray<string> CellTypes { get; }

    /// <summary>Sample times in ms of voltages, currents and calcium; empty if nothing was recorded. Shape: [samples].</summary>
    public ImmutableArray<double> Times => _recordings.Times;

    /// <summary>What was recorded besides spikes, the same in every trial: quantity, cell, section and receptor.</summary>
    public ImmutableArray<Engine.Runs.Probe> Probes => _recordings.Probes;

    /// <summary>Reads spikes from text files, one per trial.</summary>
    /// <param name="pattern">Path of one file, or with <c>*</c> and <c>?</c> in the file name those of all trials, taken in the order of their numbers.</param>
    /// <param name="gidRanges">The gids of each type; needed for old files without a column of types, and for rates.</param>
    /// <param name="cellTypes">The real cells' types among these; needed for rates.</param>
    /// <exception cref="FileFault">There is no such file, or one is malformed.</exception>
    public static CellResponse LoadSpikes(
        string pattern, IReadOnlyDictionary<string, GidRange>? gidRanges = null, ImmutableArray<string> cellTypes = default) =>
        new(SpikeFile.ReadAll(pattern, gidRanges), gidRanges, cellTypes);

    /// <summary>Writes spikes as the reference's text files, one per trial.</summary>
    /// <param name="path">Path with <c>%d</c> or <c>{0}</c> in place of the trial's number; without it, <c>_0</c>, <c>_1</c> … is put before the extension if there are several trials.</param>
    /// <param name="overwrite">Whether existing files may be replaced. Default: true.</param>
    /// <returns>The paths written, in the order of the trials.</returns>
    /// <exception cref="IOException">A file exists and may not be replaced, or cannot be written.</exception>
    public ImmutableArray<string> SaveSpikes(string path, bool overwrite = true) => SpikeFile.WriteAll(Trials, path, overwrite);

    /// <summary>Membrane voltage at a section's middle in mV. Shape: [samples].</summary>
    /// <param name="trial">Index of the trial.</param>
    /// <param name="gid">Gid of the cell.</param>
    /// <param name="section">Name of the section, for example <c>soma</c>.</param>
    /// <exception cref="KeyNotFoundException">It was not recorded.</exception>
    public ImmutableArray<double> Voltage(int trial, int gid, string section) =>
        _recordings.Find(trial, new(Engine.Runs.ProbeQuantity.Voltage, gid, section));

    /// <summary>Inner calcium concentration at a section's middle in mM. Shape: [samples].</summary>
    /// <param name="trial">Index of the trial.</param>
    /// <param name="gid">Gid of the cell.</param>
    /// <param name="section">Name of the section, for example <c>soma</c>.</param>
    /// <exception cref="KeyNotFoundException">It was not recorded.</exception>
    public ImmutableArray<double> Calcium(int trial, int gid, string section) =>
        _recordings.Find(trial, new(Engine.Runs.ProbeQuantity.Calcium, gid, section));

    /// <summary>Current of a section's synapse in nA. Shape: [samples].</summary>
    /// <param name="trial">Index of the trial.</param>
    /// <param name="gid">Gid of the cell.</param>
    /// <param name="section">Name of the section, for example <c>soma</c>.</param>
    /// <param name="receptor">Receptor, for example <c>gabaa</c>.</param>
    /// <exception cref="KeyNotFoundException">It was not recorded.</exception>
    public ImmutableArray<double> SynapticCurrent(int trial, int gid, string section, string receptor) =>
        _recordings.Find(trial, new(Engine.Runs.ProbeQuantity.SynapticCurrent, gid, section, receptor));

    internal ImmutableArray<double> Trace(int trial, Engine.Runs.Probe probe) => _recordings.Find(trial, probe);

    /// <summary>Whether another response has the same spikes: the same gids and types, at times that agree to 3 decimals, the precision of spike files.</summary>
    /// <param name="other">The other response.</param>
    public bool HasSameSpikesAs(CellResponse other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Trials.Length == other.Trials.Length && Trials.Zip(other.Trials).All(pair => Same(pair.First, pair.Second));
    }

    private static bool Same(SpikeTable left, SpikeTable right) =>
        left.Gids.SequenceEqual(right.Gids)
        && left.Types.SequenceEqual(right.Types)
        && left.Times.Select(Rounded).SequenceEqual(right.Times.Select(Rounded));

    private static double Rounded(double time) => Math.Round(time, 3);
}
