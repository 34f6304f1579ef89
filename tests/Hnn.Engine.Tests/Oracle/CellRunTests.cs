using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;
using Hnn.Testing.Oracle;

namespace Hnn.Engine.Tests.Oracle;

/// <summary>Every node and every state of single cells, left alone and under a current step.</summary>
public sealed class CellRunTests
{
    private const double TimeStep = 0.025;

    // The reference's own response to a change in the last digit stays below this over 100 ms (mV, gates, mM).
    private const double Absolute = 1e-9;

    public static TheoryData<string> Cells => [.. RecordedCell.NamesWithRuns];

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_left_alone_has_the_recorded_voltage_at_every_node(string name) =>
        VoltagesAgree(name, "isolated", clampedBy: null);

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_left_alone_has_the_recorded_states(string name) =>
        StatesAgree(name, "isolated", clampedBy: null);

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_under_a_current_step_has_the_recorded_voltage_at_every_node(string name) =>
        VoltagesAgree(name, "clamp", MiddleAmplitude);

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_under_a_current_step_has_the_recorded_states(string name) =>
        StatesAgree(name, "clamp", MiddleAmplitude);

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_under_a_current_step_has_the_recorded_transmembrane_currents(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var trial = Trial(name, MiddleAmplitude(name));
        var cell = trial.Cells[0];

        Replay.Agrees(
            trial,
            ReferenceData.Table($"cells/{name}/clamp_{Text(MiddleAmplitude(name))}_imembrane_nA.csv.gz"),
            TimeStep,
            column => { var (section, x) = Replay.Place(column); var node = cell.Tree.NodeAt(section, x); return () => cell.TransmembraneCurrent(node); },
            // A small remainder of large currents: relative to the largest of the column, not below a picoampere's millionth.
            (_, largest) => Math.Max(1e-9 * largest, 1e-9));
    }

    private static void VoltagesAgree(string name, string run, Func<string, double>? clampedBy)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var trial = Trial(name, clampedBy?.Invoke(name));
        var cell = trial.Cells[0];

        Replay.Agrees(
            trial,
            ReferenceData.Table($"cells/{name}/{FileOf(run, name, clampedBy)}_v_all_nodes.csv.gz"),
            TimeStep,
            column => { var (section, x) = Replay.Place(column); return () => cell.VoltageAt(section, x); },
            (_, _) => Absolute);
    }

    private static void StatesAgree(string name, string run, Func<string, double>? clampedBy)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var trial = Trial(name, clampedBy?.Invoke(name));

        Replay.Agrees(
            trial,
            ReferenceData.Table($"cells/{name}/{FileOf(run, name, clampedBy)}_states.csv.gz"),
            TimeStep,
            column => StateReader(trial.Cells[0], column),
            // Densities in pS/µm² reach hundreds; everything else is below 200 and held to the same absolute difference.
            (_, largest) => Absolute * Math.Max(1, largest / 100));
    }

    private static string FileOf(string run, string name, Func<string, double>? clampedBy) =>
        clampedBy is null ? run : $"{run}_{Text(clampedBy(name))}";

    private static OracleTrial Trial(string name, double? amplitude)
    {
        var network = LoneCells.Of(RecordedCell.Load(name).Template);
        if (amplitude is { } current)
            network = network.WithClamp("soma", current, 20, 80);
        return new OracleTrial(network, Replay.Spikes(), new EngineOptions { TimeStep = TimeStep, StopTime = 100 });
    }

    private static double MiddleAmplitude(string name) =>
        ReferenceData.Json($"cells/{name}/clamp.json").GetProperty("runs")[1].GetProperty("amplitude_nA").AsDouble();

    private static string Text(double amplitude) => amplitude.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    // "soma(0.5):hh2.gna"
    private static Func<double> StateReader(OracleCell cell, string column)
    {
        var parts = column.Split(':');
        var (section, x) = Replay.Place(parts[0]);
        var segment = cell.SegmentAt(section, x);
        return parts[1] switch
        {
            "v" => () => cell.VoltageAt(section, x),
            "ina" => () => segment.Sodium,
            "ik" => () => segment.Potassium,
            "ica" => () => segment.CalciumCurrent,
            "cai" or "cad.ca" => () => segment.Calcium.Concentration,
            "eca" => () => segment.Calcium.Reversal,
            "ena" => () => 50,
            "ek" => () => -77,
            var quantity when quantity.Split('.') is [var mechanism, var state] => () => segment[mechanism].Observe(state),
            _ => throw new NotSupportedException($"The column '{column}' is unknown."),
        };
    }
}
