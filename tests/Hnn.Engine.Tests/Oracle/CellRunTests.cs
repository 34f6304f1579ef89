using System.Globalization;
using Hnn.Engine.Runs;
using Hnn.Testing;
using Hnn.Testing.Oracle;

namespace Hnn.Engine.Tests.Oracle;

/// <summary>Every node and every state of single cells, left alone and under a current step.</summary>
public sealed class CellRunTests
{
    private const double TimeStep = 0.025;

    // Voltages in mV, gates, mM, currents in mA/cm²: rounding stays below this over 100 ms.
    private const double Absolute = 1e-9;

    public static TheoryData<string> Cells => [.. RecordedCell.NamesWithRuns];

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_left_alone_has_the_recorded_voltages_and_states(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var trial = Trial(name, amplitude: null);

        Replay.Agrees(trial, TimeStep, Voltages(trial, $"cells/{name}/isolated"), States(trial, $"cells/{name}/isolated"));
    }

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_under_a_current_step_has_the_recorded_voltages_states_and_transmembrane_currents(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var amplitude = ReferenceData.Json($"cells/{name}/clamp.json").GetProperty("runs")[1].GetProperty("amplitude_nA").AsDouble();
        var run = string.Create(CultureInfo.InvariantCulture, $"cells/{name}/clamp_{amplitude:0.0}");
        var trial = Trial(name, amplitude);

        Replay.Agrees(trial, TimeStep, Voltages(trial, run), States(trial, run), TransmembraneCurrents(trial, run));
    }

    private static OracleTrial Trial(string name, double? amplitude)
    {
        var network = LoneCells.Of(RecordedCell.Load(name).Template);
        if (amplitude is { } current)
            network = network.WithClamp("soma", current, 20, 80);
        return new OracleTrial(network, Replay.Spikes(), new EngineOptions { TimeStep = TimeStep, StopTime = 100 });
    }

    private static Comparison Voltages(OracleTrial trial, string run) => new(
        ReferenceData.Table($"{run}_v_all_nodes.csv.gz"),
        column => { var (section, x) = Replay.Place(column); return () => trial.Cells[0].VoltageAt(section, x); },
        _ => Absolute);

    // Conductances in pS/µm² reach hundreds: they are held to the same number of digits.
    private static Comparison States(OracleTrial trial, string run) => new(
        ReferenceData.Table($"{run}_states.csv.gz"),
        column => State(trial.Cells[0], column),
        largest => Absolute * Math.Max(1, largest / 100));

    // In nA; a small remainder of large currents.
    private static Comparison TransmembraneCurrents(OracleTrial trial, string run) => new(
        ReferenceData.Table($"{run}_imembrane_nA.csv.gz"),
        column =>
        {
            var (section, x) = Replay.Place(column);
            var node = trial.Cells[0].Tree.NodeAt(section, x);
            return () => trial.Cells[0].TransmembraneCurrent(node);
        },
        largest => Absolute * Math.Max(1, largest));

    // "soma(0.5):hh2.gna"
    private static Func<double> State(OracleCell cell, string column)
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
