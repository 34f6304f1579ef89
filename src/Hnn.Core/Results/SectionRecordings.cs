using System.Collections.Frozen;
using System.Collections.Immutable;
using Hnn.Engine.Runs;

namespace Hnn.Core.Results;

/// <summary>What probes recorded in each trial, to be found by what they recorded.</summary>
internal sealed class SectionRecordings
{
    private readonly FrozenDictionary<Probe, int> _indices;
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<double>>> _traces;

    /// <param name="times">Sample times in ms.</param>
    /// <param name="probes">What was recorded, no two alike.</param>
    /// <param name="traces">Shape: [trial][probe][sample].</param>
    public SectionRecordings(ImmutableArray<double> times, ImmutableArray<Probe> probes, ImmutableArray<ImmutableArray<ImmutableArray<double>>> traces)
    {
        Times = times;
        Probes = probes;
        _traces = traces;
        _indices = probes.Index().ToFrozenDictionary(probe => probe.Item, probe => probe.Index);
    }

    public static SectionRecordings None { get; } = new([], [], []);

    public ImmutableArray<double> Times { get; }

    public ImmutableArray<Probe> Probes { get; }

    public ImmutableArray<double> Find(int trial, Probe probe)
    {
        if (!_indices.TryGetValue(probe, out var index))
        {
            var receptor = probe.Receptor is null ? "" : $" ({probe.Receptor})";
            throw new KeyNotFoundException($"{probe.Quantity} of gid {probe.Gid}, section '{probe.Section}'{receptor} was not recorded. Ask for it in the simulation's options.");
        }

        return trial >= 0 && trial < _traces.Length
            ? _traces[trial][index]
            : throw new KeyNotFoundException($"There is no trial {trial}; the trials are 0 to {_traces.Length - 1}.");
    }
}
