using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Engine.Runs;

namespace Hnn.Core.Verification;

/// <summary>Compares a simulation with all that was recorded of it. What cannot be compared is noted and does not keep the rest from being compared.</summary>
internal sealed class CaseComparison(RecordedCase recorded, Network net, SimulationResult result, Func<string, Dipole> readTarget)
{
    /// <summary>How the names of the tables of somatic voltages at every sample begin.</summary>
    public const string SomaVoltages = "vsoma_full_trial";

    // The tolerances of the reference data's description: a part of the peak; mV; a part of the column's largest value.
    private const double DipoleTolerance = 1e-9;
    private const double VoltageTolerance = 1e-6;
    private const double RelativeTolerance = 1e-6;

    // Every how many samples one was recorded, where the settings do not say.
    private const int VoltageDecimation = 10;
    private const int CurrentDecimation = 40;
    private const int CalciumDecimation = 10;
    private const int FieldDecimation = 4;

    private readonly ImmutableArray<Comparison>.Builder _comparisons = ImmutableArray.CreateBuilder<Comparison>();
    private readonly ImmutableArray<string>.Builder _faults = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _notRecorded = ImmutableArray.CreateBuilder<string>();
    private readonly HashSet<string> _known = [];
    private SpikeComparison? _spikes;

    private bool IsPostprocessed => recorded.Settings.Optional("postprocess") is not null && recorded.Settings.Items("postprocess").Any();

    /// <summary>Compares everything, and completes a result that has the case's name and folder.</summary>
    public CaseResult Complete(CaseResult blank)
    {
        CompareTable("spikes", isExpected: true, table => (_spikes = SpikeComparison.Of(table, result.CellResponse)).Comparison);
        for (var trial = 0; trial < result.Dipoles.Length; trial++)
            CompareTrial(trial);
        CompareSummary();
        foreach (var stray in recorded.Tables.Where(table => !_known.Contains(table)))
            _faults.Add($"{stray}: It is not compared. The replay has no such trial or quantity. Check the settings, or remove the file.");
        if (_comparisons.Count == 0 && _faults.Count == 0)
            _faults.Add("There is nothing to compare with. Tables of results should lie beside the settings. Restore them.");
        var dipole = _comparisons.Where(comparison => comparison.Subject.StartsWith("dipole_trial", StringComparison.Ordinal)).MaxBy(comparison => comparison.Error);
        return blank with
        {
            SpikesRecorded = _spikes?.Recorded,
            SpikesEqual = _spikes?.Equal,
            DipoleError = dipole?.Error,
            DipoleErrorAt = dipole is null ? null : dipole.Where.Length == 0 ? dipole.Subject : $"{dipole.Subject}, {dipole.Where}",
            Comparisons = _comparisons.ToImmutable(),
            NotRecorded = _notRecorded.ToImmutable(),
            Faults = _faults.ToImmutable(),
        };
    }

    private void CompareTrial(int trial)
    {
        CompareTable($"dipole_trial{trial}", isExpected: true, table => Dipoles($"dipole_trial{trial}", table, result.Dipoles[trial], 1));
        CompareTable(
            $"dipole_post_trial{trial}", IsPostprocessed,
            table => Dipoles($"dipole_post_trial{trial}", table, Postprocessed(result.Dipoles[trial]), AtLeastOne(recorded.Results.Whole("post_decimate", 1), "post_decimate")));
        CompareTable($"vsec_trial{trial}", IsSet("record_vsec"), table => Voltages($"vsec_trial{trial}", table, trial, Decimation("vsec", VoltageDecimation)));
        CompareTable($"{SomaVoltages}{trial}", isExpected: false, table => Voltages($"{SomaVoltages}{trial}", table, trial, 1, isWhole: false));
        CompareTable(
            $"isec_trial{trial}", IsSet("record_isec"),
            table => Probes(Relative($"isec_trial{trial}", Decimation("isec", CurrentDecimation)), table, trial, ProbeQuantity.SynapticCurrent));
        CompareTable(
            $"ca_trial{trial}", IsSet("record_ca"),
            table => Probes(Relative($"ca_trial{trial}", Decimation("ca", CalciumDecimation)), table, trial, ProbeQuantity.Calcium));
        foreach (var electrodes in result.Electrodes)
            CompareTable($"lfp_{electrodes.Array.Name}_trial{trial}", isExpected: true, table => Potentials($"lfp_{electrodes.Array.Name}_trial{trial}", table, trial, electrodes));
    }

    private void CompareSummary()
    {
        CompareEntry("gid_ranges", isExpected: true, () => SummaryComparison.GidRanges(recorded.Results, net));
        CompareEntry("n_samples", isExpected: true, () => SummaryComparison.SampleCount(recorded.Results, result));
        CompareEntry("spike_counts", isExpected: true, () => SummaryComparison.SpikeCounts(recorded.Results, result));
        CompareEntry("dipole_agg_range", isExpected: true, () => SummaryComparison.DipoleRange(recorded.Results, result));
        CompareEntry("rmse", recorded.Settings.Optional("rmse_target") is not null, () => SummaryComparison.Rmse(
            recorded.Results, result.Dipoles.Select(Postprocessed), readTarget(recorded.Settings.Text("rmse_target")), recorded.Settings.Member("simulate").Number("tstop")));
    }

    private void CompareTable(string name, bool isExpected, Func<RecordedTable, Comparison> compare)
    {
        _known.Add(name);
        Attempt(name, () =>
        {
            if (recorded.Table(name) is { } table)
                return compare(table);
            if (recorded.Promises(name))
                throw new FileNotFoundException("The file is missing. The settings list it among the recorded files. Restore it.");
            if (isExpected)
                _notRecorded.Add(name);
            return null;
        });
    }

    private void CompareEntry(string key, bool isExpected, Func<Comparison> compare)
    {
        if (recorded.Results.Optional(key) is not null)
            Attempt(key, compare);
        else if (isExpected)
            _notRecorded.Add(key);
    }

    private void Attempt(string subject, Func<Comparison?> compare)
    {
        try
        {
            if (compare() is { } comparison)
                _comparisons.Add(comparison);
        }
        catch (FileFault fault)
        {
            _faults.Add(fault.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _faults.Add($"{subject}: {fault.Message}");
        }
    }

    private static Comparison Dipoles(string name, RecordedTable table, Dipole dipole, int decimation)
    {
        if (dipole.Layers.Except(table.Columns).ToArray() is { Length: > 0 } missing)
            throw new FileFault(table.Path, $"The table has no column {string.Join(", ", missing)}.", $"A dipole has {string.Join(", ", dipole.Layers)}.", "Restore the file.") { Line = 1 };
        var traces = new TraceComparison { Subject = name, Times = dipole.Times, Decimation = decimation, Tolerance = DipoleTolerance, IsRelative = true };
        return traces.With(table, column => dipole.Layers.Contains(column) ? dipole[column] : null);
    }

    private Comparison Voltages(string name, RecordedTable table, int trial, int decimation, bool isWhole = true) => Probes(
        Relative(name, decimation, VoltageTolerance, isRelative: false), table, trial, ProbeQuantity.Voltage, isWhole);

    private Comparison Probes(TraceComparison traces, RecordedTable table, int trial, ProbeQuantity quantity, bool isWhole = true)
    {
        var probes = result.CellResponse.Probes.Where(probe => probe.Quantity == quantity).ToDictionary(ColumnOf);
        var missing = probes.Keys.Except(table.Columns).ToArray();
        if (isWhole && missing.Length > 0)
            _notRecorded.Add($"{traces.Subject}: {missing.Length} of {probes.Count} columns, for example {missing[0]}");
        return traces.With(table, column => probes.TryGetValue(column, out var probe) ? result.CellResponse.Trace(trial, probe) : null);
    }

    private Comparison Potentials(string name, RecordedTable table, int trial, ElectrodeRecording electrodes)
    {
        var contacts = electrodes.Voltages[trial].Select((voltages, contact) => (Column: $"contact{contact}", voltages)).ToDictionary(item => item.Column, item => item.voltages);
        if (contacts.Keys.Except(table.Columns).ToArray() is { Length: > 0 } missing)
            _notRecorded.Add($"{name}: {string.Join(", ", missing)}");
        return Relative(name, Decimation("lfp", FieldDecimation)).With(table, column => contacts.TryGetValue(column, out var voltages) ? voltages : null);
    }

    private TraceComparison Relative(string name, int decimation, double tolerance = RelativeTolerance, bool isRelative = true) =>
        new() { Subject = name, Times = result.Dipoles[0].Times, Decimation = decimation, Tolerance = tolerance, IsRelative = isRelative };

    /// <summary>A dipole after the factors and windows of smoothing of the settings, in their order.</summary>
    public Dipole Postprocessed(Dipole dipole) => !IsPostprocessed ? dipole : recorded.Settings.Items("postprocess").Aggregate(dipole, (changed, op) => op.Text("op") switch
    {
        "scale" => changed.Scaled(op.Number("factor")),
        "smooth" => changed.Smoothed(op.Number("window_len")),
        var other => throw new InvalidDataException($"There is no way '{other}' to postprocess a dipole. Known are scale and smooth. Name one of these."),
    });

    private bool IsSet(string key) => recorded.Settings.Member("simulate").Optional(key) is { ValueKind: not JsonValueKind.False };

    private int Decimation(string quantity, int otherwise) =>
        recorded.Settings.Optional("save") is { } save ? AtLeastOne(save.Whole($"{quantity}_decimate", otherwise), $"{quantity}_decimate") : otherwise;

    private static int AtLeastOne(int decimation, string key) =>
        decimation > 0 ? decimation : throw new InvalidDataException($"'{key}' is {decimation}. It must be at least 1. Correct it.");

    private static string ColumnOf(Probe probe) => probe.Receptor is null ? $"{probe.Gid}:{probe.Section}" : $"{probe.Gid}:{probe.Section}_{probe.Receptor}";
}
