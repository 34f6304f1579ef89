using System.Collections.Immutable;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Engine.Tests.Runs;

/// <summary>Runs of alike models: trials of several in one run, and states taken from one to another.</summary>
public sealed class AlikeRunsTests
{
    private static readonly EngineOptions Options = SmallNetworks.Until(25);

    private static readonly CompiledModel Model = WithElectrodes(SmallNetworks.Column, like: null);

    // Another weight, and another delay, of the second drive; the first drive and all cells are connected as before.
    private static readonly CompiledModel Other = WithElectrodes(
        SmallNetworks.Column with
        {
            Projections = SmallNetworks.Column.Projections.SetItem(1, SmallNetworks.Column.Projections[1] with { Weight = 0.05, Delay = 0.4 }),
        },
        Model);

    private static readonly ImmutableArray<double> FirstDrive = [2, 2.4, 11.3, 18];

    [Fact]
    public void Trials_of_alike_models_in_one_run_are_as_in_runs_of_their_own()
    {
        var (one, two) = (SmallNetworks.Spikes(), SmallNetworks.Spikes(0.37));

        var together = Finished(Run(Model, one, two with { Variant = Other }, one with { Variant = Other }));

        Bits.Same(Finished(Run(Model, one)), [together[0]]);
        Bits.Same(Finished(Run(Other, two)), [together[1]]);
        Bits.Same(Finished(Run(Other, one)), [together[2]]);
    }

    // The second drive's first spike is at 13 ms, or at 9.5 ms; the shared part is simulated without that drive.
    [Theory]
    [InlineData(13.0)]
    [InlineData(9.5)]
    public void A_run_that_takes_up_the_shared_beginning_of_another_goes_on_as_if_it_had_begun_itself(double firstDifferent)
    {
        var input = new TrialInput([FirstDrive, [firstDifferent, 20]]);
        var trunk = Run(Model, new TrialInput([FirstDrive, []]));
        var windows = trunk.WindowsBefore(firstDifferent);
        for (var window = 0; window < windows; window++)
            trunk.AdvanceWindow();

        var fork = Run(Other, input);
        fork.Restore(trunk.Save());

        Assert.InRange(trunk.Time, firstDifferent - 1.1, firstDifferent);
        Bits.Same(Finished(Run(Other, input)), Finished(fork));
    }

    [Fact]
    public void A_state_of_few_trials_can_be_spread_over_many()
    {
        var (one, two) = (SmallNetworks.Spikes(), SmallNetworks.Spikes(0.37));
        var run = Run(Model, one, two);
        for (var window = 0; window < 9; window++)
            run.AdvanceWindow();

        var many = Run(Model, two, one, two, two, one);
        many.Restore(run.Save().ForTrials([1, 0, 1, 1, 0]));

        Bits.Same(Finished(Run(Model, two, one, two, two, one)), Finished(many));
    }

    // At rest all blocks are alike, and one is computed for all: unused lanes must be at rest, too.
    [Fact]
    public void A_resting_state_can_be_spread_over_many_trials()
    {
        var late = new TrialInput([[15], [14]]);
        var run = Run(Model, late);
        for (var window = 0; window < 6; window++)
            run.AdvanceWindow();

        var many = Run(Model, late, late, late);
        many.Restore(run.Save().ForTrials([0, 0, 0]));

        Bits.Same(Finished(Run(Model, late, late, late)), Finished(many));
    }

    [Fact]
    public void A_trial_that_is_not_there_cannot_be_spread()
    {
        var state = Run(Model, SmallNetworks.Spikes()).Save();

        Assert.Throws<ArgumentException>(() => state.ForTrials([0, 1]));
        Assert.Throws<ArgumentException>(() => state.ForTrials([]));
    }

    [Fact]
    public void A_trial_of_a_model_that_is_not_alike_is_refused()
    {
        var stranger = WithElectrodes(SmallNetworks.Column, like: null);
        var faster = WithElectrodes(
            SmallNetworks.Column with { Projections = SmallNetworks.Column.Projections.SetItem(2, SmallNetworks.Column.Projections[2] with { Delay = 0.5 }) }, Model);

        foreach (var variant in new[] { stranger, faster })
        {
            var error = Assert.Throws<ArgumentException>(() => Run(Model, SmallNetworks.Spikes() with { Variant = variant }));
            Assert.Contains("not alike the run's, or has another shortest delay", error.Message, StringComparison.Ordinal);
        }
    }

    private static CompiledModel WithElectrodes(NetworkDescription network, CompiledModel? like) =>
        CompiledModel.Compile(network with { ElectrodeArrays = SmallNetworks.Electrodes }, SmallNetworks.TimeStep, 25, like);

    private static Simulation Run(CompiledModel model, params ImmutableArray<TrialInput> trials) => new(model, trials, Options, SmallNetworks.Probes);

    private static ImmutableArray<Recording> Finished(Simulation run)
    {
        while (!run.IsFinished)
            run.AdvanceWindow();
        return run.Finish();
    }
}
