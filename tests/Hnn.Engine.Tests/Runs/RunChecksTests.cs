using System.Collections.Immutable;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Engine.Tests.Runs;

public sealed class RunChecksTests
{
    private static readonly CompiledModel Model = CompiledModel.Compile(SmallNetworks.Column, SmallNetworks.TimeStep, stopTime: 50);

    private static readonly EngineOptions Options = SmallNetworks.Until(10);

    private static readonly ImmutableArray<TrialInput> Trials = SmallNetworks.Trials(1);

    [Theory]
    [InlineData(0.05)]
    [InlineData(0)]
    [InlineData(-0.025)]
    [InlineData(double.NaN)]
    public void The_time_step_must_be_the_models(double timeStep) =>
        Refuses("the model was compiled for 0.025 ms", options: Options with { TimeStep = timeStep });

    [Theory]
    [InlineData(0.02)]
    [InlineData(-1)]
    [InlineData(50.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void The_stop_time_is_a_step_at_least_and_at_most_the_models(double stopTime) =>
        Refuses("It must be at least one step of 0.025 ms and at most 50 ms", options: Options with { StopTime = stopTime });

    [Fact]
    public void A_run_has_at_most_a_thousand_million_steps()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            SmallNetworks.Column.Compiled().Run(Trials, Options with { StopTime = 1e9 }, []));
        Assert.Contains("has more than 1e9 steps", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_no_negative_threads() => Refuses("The number of threads is -1", options: Options with { Threads = -1 });

    [Fact]
    public void There_is_at_least_one_trial()
    {
        Refuses("at least one trial", trials: []);
        Refuses("at least one trial", trials: default(ImmutableArray<TrialInput>));
    }

    [Fact]
    public void Every_trial_has_a_list_for_every_drive_cell()
    {
        Refuses("Trial 1 has spike times for 1 drive cells, the network has 2.", trials: [.. Trials, new TrialInput([[1]])]);
        Refuses("Trial 0 has spike times for 0 drive cells, the network has 2.", trials: [new TrialInput(default)]);
        Refuses("for drive cell 16", trials: [new TrialInput([[1], default])]);
    }

    [Fact]
    public void A_spike_time_is_a_number() => Refuses("for drive cell 15", trials: [new TrialInput([[1, double.NaN], [2]])]);

    [Fact]
    public void A_list_of_probes_is_needed_even_if_empty() => Refuses("Pass an empty one", probes: default(ImmutableArray<Probe>));

    [Theory]
    [InlineData(-1)]
    [InlineData(15)]
    public void A_probe_sits_at_a_cell(int gid) =>
        Refuses($"there is no cell {gid}; the cells are 0 to 14", probes: [new Probe(ProbeQuantity.Voltage, gid, "soma")]);

    [Fact]
    public void A_probe_sits_at_a_section_of_its_cell() =>
        Refuses("a basket has no section 'apical_trunk', only soma", probes: [new Probe(ProbeQuantity.Calcium, 12, "apical_trunk")]);

    [Theory]
    [InlineData("gabab")]
    [InlineData(null)]
    public void A_probe_of_a_synapse_names_a_receptor_of_its_section(string? receptor) =>
        Refuses($"the section has no receptor '{receptor}', only ampa, nmda", probes: [new Probe(ProbeQuantity.SynapticCurrent, 0, "apical_trunk", receptor)]);

    [Fact]
    public void An_unknown_width_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.Run(Trials, Options with { CodePath = (CodePath)99 }, []));

    [Fact]
    public void Model_and_options_are_needed()
    {
        Assert.Throws<ArgumentNullException>(() => default(CompiledModel)!.Run(Trials, Options, []));
        Assert.Throws<ArgumentNullException>(() => Model.Run(Trials, null!, []));
    }

    private static void Refuses(
        string why, EngineOptions? options = null, ImmutableArray<TrialInput>? trials = null, ImmutableArray<Probe>? probes = null)
    {
        var error = Assert.Throws<ArgumentException>(() => Model.Run(trials ?? Trials, options ?? Options, probes ?? []));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }
}
