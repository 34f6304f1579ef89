using Hnn.Engine.Runs;
using Hnn.Testing;
using Hnn.Testing.Oracle;

namespace Hnn.Engine.Tests.Oracle;

/// <summary>What single spikes and trains of spikes do to cells, synapse by synapse.</summary>
public sealed class SynapseTests
{
    // mV, µS, nA: rounding stays below this over the recorded time.
    private const double Absolute = 1e-9;

    // With almost equal time constants the conductance is a small difference of numbers 10,000 times larger, and so is its rounding.
    private const double AbsoluteOfDifferences = 1e-8;

    private static readonly string[] SpecialSynapses = ["NMDA_gao", "NMDA_gao_custom", "gabab_destexhe", "Exp2Syn_train", "Exp2Syn_equal_tau"];

    public static MatrixTheoryData<EngineUnderTest, string> Cells { get; } = new(Engines.All, RecordedCell.Names);

    public static TheoryData<string> Cases => [.. SpecialSynapses];

    public static MatrixTheoryData<EngineUnderTest, string> CasesOnEngines { get; } = new(Engines.All, SpecialSynapses);

    [Theory, MemberData(nameof(Cells))]
    public void A_spike_at_any_receptor_makes_the_recorded_voltages_and_current(EngineUnderTest engine, string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var events = SynapseEvents.Load(name);
        var columns = events.Table.Columns.Where(column => events.ProbeOf(column) is not null).ToArray();

        var recording = engine.Run(events.Network, events.Input, events.Options, [.. columns.Select(column => events.ProbeOf(column)!)]);

        foreach (var (i, column) in columns.Index())
            Agrees(events.Table, column, events.Options.TimeStep, recording.Probes[i], Absolute);
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_train_of_spikes_has_the_recorded_effect_on_each_kind_of_synapse(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var special = SpecialCase.Load(name);
        var trial = new OracleTrial(special.Network, special.Input, special.Options);
        var cell = trial.Cells[0];
        var synapse = cell.SegmentAt(special.Section, 0.5).Synapses[special.Receptor];

        Func<double> Reader(string column) => column switch
        {
            "v_soma" => () => cell.VoltageAt("soma", 0.5),
            "v_seg" => () => cell.VoltageAt(special.Section, 0.5),
            _ => () => synapse.Observe(column),
        };
        Replay.Agrees(trial, special.Options.TimeStep, new Comparison(special.Table, Reader, _ => Absolute));
    }

    [Theory, MemberData(nameof(CasesOnEngines))]
    public void A_train_of_spikes_makes_the_recorded_voltages_and_current(EngineUnderTest engine, string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var special = SpecialCase.Load(name);

        var recording = engine.Run(
            special.Network,
            special.Input,
            special.Options,
            new Probe(ProbeQuantity.Voltage, Gid: 0, "soma"),
            new Probe(ProbeQuantity.Voltage, Gid: 0, special.Section),
            new Probe(ProbeQuantity.SynapticCurrent, Gid: 0, special.Section, special.Receptor));

        var tolerance = name == "Exp2Syn_equal_tau" ? AbsoluteOfDifferences : Absolute;
        Agrees(special.Table, "v_soma", special.Options.TimeStep, recording.Probes[0], tolerance);
        Agrees(special.Table, "v_seg", special.Options.TimeStep, recording.Probes[1], tolerance);
        Agrees(special.Table, "i", special.Options.TimeStep, recording.Probes[2], tolerance);
    }

    private static void Agrees(ReferenceTable table, string column, double timeStep, IReadOnlyList<double> actual, double tolerance)
    {
        foreach (var (time, expected) in table["time"].Zip(table[column]))
            Assert.InRange(actual[(int)Math.Round(time / timeStep)], expected - tolerance, expected + tolerance);
    }
}
