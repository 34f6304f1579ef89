using System.Globalization;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Oracle;

/// <summary>Single cells as seen through a recording: voltages and calcium at the middle of sections, dipole, spikes. Both engines.</summary>
public sealed class CellSignalTests
{
    // mV; the reference's own response to a change in the last digit stays below this over 100 ms.
    private const double VoltageTolerance = 1e-9;

    // mM, about a thousandth of a millionth of the resting concentration.
    private const double CalciumTolerance = 1e-13;

    // Of the column's peak: the agreement that is asked of a network, too.
    private const double DipoleTolerance = 1e-9;

    public static MatrixTheoryData<EngineUnderTest, string> Cells { get; } = new(Engines.All, RecordedCell.NamesWithRuns);

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_left_alone_gives_the_recorded_somatic_voltage_and_dipole(EngineUnderTest engine, string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var cell = RecordedCell.Load(name);

        var recording = Run(engine, LoneCells.Of(cell.Template, cell.ContributesToDipole));

        SomaAndDipoleAgree(recording, ReferenceData.Table($"cells/{name}/isolated_soma_v_dipole.csv.gz"));
        Assert.Empty(recording.Spikes);
    }

    [Theory, MemberData(nameof(Cells))]
    public void A_current_step_makes_a_cell_spike_when_recorded(EngineUnderTest engine, string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var cell = RecordedCell.Load(name);

        foreach (var run in ReferenceData.Json($"cells/{name}/clamp.json").GetProperty("runs").EnumerateArray())
        {
            var amplitude = run.GetProperty("amplitude_nA").AsDouble();
            var network = LoneCells.Of(cell.Template, cell.ContributesToDipole)
                .WithClamp("soma", amplitude, run.GetProperty("t0").AsDouble(), run.GetProperty("tstop").AsDouble());

            var recording = Run(engine, network);

            Assert.Equal(run.GetProperty("spike_times").AsDoubles(), recording.Spikes.Select(spike => spike.Time));
            var file = string.Create(CultureInfo.InvariantCulture, $"cells/{name}/clamp_{amplitude:0.0}_soma_v_dipole.csv.gz");
            SomaAndDipoleAgree(recording, ReferenceData.Table(file));
        }
    }

    [Theory, MemberData(nameof(Cells))]
    public void The_middle_of_every_section_has_the_recorded_voltage_under_a_current_step(EngineUnderTest engine, string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var cell = RecordedCell.Load(name);
        var run = ReferenceData.Json($"cells/{name}/clamp.json").GetProperty("runs")[1];
        var amplitude = run.GetProperty("amplitude_nA").AsDouble();
        var sections = cell.Template.Sections.Select(section => section.Name).ToArray();

        var recording = Run(
            engine,
            LoneCells.Of(cell.Template).WithClamp("soma", amplitude, 20, 80),
            [.. sections.Select(section => new Probe(ProbeQuantity.Voltage, Gid: 0, section))]);

        var file = string.Create(CultureInfo.InvariantCulture, $"cells/{name}/clamp_{amplitude:0.0}_v_all_nodes.csv.gz");
        var table = ReferenceData.Table(file);
        foreach (var (i, section) in sections.Index())
            Agrees(table, $"{section}(0.5)", recording.Times, recording.Probes[i], VoltageTolerance);
    }

    [Theory, MemberData(nameof(Cells))]
    public void Calcium_under_a_current_step_is_as_recorded(EngineUnderTest engine, string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var cell = RecordedCell.Load(name);
        var amplitude = ReferenceData.Json($"cells/{name}/clamp.json").GetProperty("runs")[1].GetProperty("amplitude_nA").AsDouble();
        var file = string.Create(CultureInfo.InvariantCulture, $"cells/{name}/clamp_{amplitude:0.0}_states.csv.gz");
        var table = ReferenceData.Table(file);
        var columns = table.Columns.Where(column => column.EndsWith(":cai", StringComparison.Ordinal)).ToArray();

        var recording = Run(
            engine,
            LoneCells.Of(cell.Template).WithClamp("soma", amplitude, 20, 80),
            [.. columns.Select(column => new Probe(ProbeQuantity.Calcium, Gid: 0, Replay.Place(column[..^4]).Section))]);

        foreach (var (i, column) in columns.Index())
            Agrees(table, column, recording.Times, recording.Probes[i], CalciumTolerance);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Other_steps_and_temperatures_give_the_recorded_somatic_voltage(EngineUnderTest engine, string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var cell = RecordedCell.Load(name);
        var settings = ReferenceData.Json($"cells/{name}/soma_v_dt_celsius.json");
        var amplitude = settings.GetProperty("bias").GetProperty("amplitude").AsDouble();
        foreach (var (step, celsius) in new[] { (0.0125, 37), (0.0125, 6.3), (0.025, 6.3), (0.05, 37) })
        {
            var network = LoneCells.Of(cell.Template).WithClamp("soma", amplitude, 20, 40) with { Celsius = celsius };

            var recording = engine.Run(
                network, Replay.Spikes(), new EngineOptions { TimeStep = step, StopTime = 50 }, new Probe(ProbeQuantity.Voltage, Gid: 0, "soma"));

            var file = string.Create(CultureInfo.InvariantCulture, $"cells/{name}/soma_v_dt{step}_celsius{celsius:0.0}.csv.gz");
            Agrees(ReferenceData.Table(file), "soma(0.5)", recording.Times, recording.Probes[0], VoltageTolerance);
        }
    }

    private static Recording Run(EngineUnderTest engine, NetworkDescription network, params Probe[] probes) => engine.Run(
        network,
        Replay.Spikes(),
        new EngineOptions { StopTime = 100 },
        probes.Length > 0 ? [.. probes] : [new Probe(ProbeQuantity.Voltage, Gid: 0, "soma")]);

    private static void SomaAndDipoleAgree(Recording recording, ReferenceTable table)
    {
        Agrees(table, "soma(0.5)", recording.Times, recording.Probes[0], VoltageTolerance);
        if (recording.Dipoles.TryGetValue(LoneCells.Population, out var dipole))
            Agrees(table, "dipole_fAm", recording.Times, dipole, DipoleTolerance * table["dipole_fAm"].Max(Math.Abs));
    }

    private static void Agrees(ReferenceTable table, string column, IReadOnlyList<double> times, IReadOnlyList<double> actual, double tolerance)
    {
        var step = times[1];
        foreach (var (time, expected) in table["time"].Zip(table[column]))
        {
            var sample = (int)Math.Round(time / step);
            Assert.Equal(time, times[sample]);
            Assert.InRange(actual[sample], expected - tolerance, expected + tolerance);
        }
    }
}
