using System.Collections.Immutable;
using Hnn.Core.Backends;
using Hnn.Core.Batches;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Engine.Runs;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Core.Tests.Batches;

public sealed class BatchEvaluatorTests
{
    private static readonly SimulationOptions Options = SimulationOptions.Default with { StopTime = 60, Trials = 2 };

    // Candidates of a fit: the second drive differs, its first spike anywhere from the beginning to the end.
    private static readonly ImmutableArray<Network> Candidates =
        [WithSecondDrive(45, 3, 0.2), WithSecondDrive(45, 3, 0.5), WithSecondDrive(30, 8, 0.3), WithSecondDrive(500, 1, 0.3), WithSecondDrive(12, 5, 0.1)];

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(8, true)]
    [InlineData(3, false)]
    public void Networks_give_the_same_bits_in_a_batch_as_alone(int threads, bool sharesBeginnings)
    {
        var evaluator = new BatchEvaluator(new ThreadBackend { SharesBeginnings = sharesBeginnings });

        var outcomes = Evaluate(evaluator, Candidates, Options with { Threads = threads });

        AssertAsAlone(Candidates, Options, outcomes);
    }

    [Fact]
    public void A_beginning_kept_from_one_batch_serves_the_next_and_changes_no_bit()
    {
        var evaluator = new BatchEvaluator();
        Evaluate(evaluator, Candidates[..3], Options);

        AssertAsAlone(Candidates[3..], Options, Evaluate(evaluator, Candidates[3..], Options));
        AssertAsAlone(Candidates[2..3], Options, Evaluate(evaluator, Candidates[2..3], Options));
    }

    [Fact]
    public void A_beginning_is_not_used_for_networks_that_differ_in_it()
    {
        var evaluator = new BatchEvaluator();
        Evaluate(evaluator, Candidates, Options);
        var (stronger, longer, warmer, biased) = (Candidates[0].Clone(), Candidates[1].Clone(), Candidates[2].Clone(), Candidates[3].Clone());
        stronger.Connections[0].Weight *= 2;
        longer.Connections[1].Delay += 0.5;
        warmer.Celsius = 36;
        biased.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 1 });
        ImmutableArray<Network> others = [stronger, longer, warmer, biased];

        AssertAsAlone(others, Options, Evaluate(evaluator, others, Options));
        AssertAsAlone(others, Options with { FirstTrial = 3 }, Evaluate(evaluator, others, Options with { FirstTrial = 3 }));
        AssertAsAlone(Candidates, Options with { StopTime = 40 }, Evaluate(evaluator, Candidates, Options with { StopTime = 40 }));
    }

    [Fact]
    public void What_is_recorded_is_as_alone()
    {
        var options = Options with { Voltages = Record.Soma, Trials = 1 };
        ImmutableArray<Network> networks = [.. Candidates.Select(net => net.Clone())];
        foreach (var net in networks)
            net.AddElectrodeArray("array", [new(20, 20, 100), new(20, 20, 500)]);

        var outcomes = Evaluate(new BatchEvaluator(), networks, options);

        foreach (var (net, outcome) in networks.Zip(outcomes))
        {
            var alone = Alone(net, options);
            Assert.Equal(alone.CellResponse.Voltage(0, 3, "soma"), outcome.Result!.CellResponse.Voltage(0, 3, "soma"));
            Assert.Equal(alone.Electrodes[0].Voltages[0][1], outcome.Result.Electrodes[0].Voltages[0][1]);
        }
    }

    [Fact]
    public void A_network_that_fails_does_not_harm_the_others()
    {
        var (diverging, faulty) = (Candidates[0].Clone(), Candidates[1].Clone());
        diverging.Connections[^1].Weight = double.MaxValue;
        faulty.AddPoissonDrive("late", rates: 10, "proximal", new Dictionary<string, double> { ["L5_pyramidal"] = 0.1 }, start: 100);

        var outcomes = Evaluate(new BatchEvaluator(), [Candidates[2], diverging, faulty, Candidates[3]], Options);

        Assert.IsType<SimulationDivergedException>(outcomes[1].Fault);
        Assert.IsType<NetworkException>(outcomes[2].Fault);
        AssertAsAlone([Candidates[2], Candidates[3]], Options, [outcomes[0], outcomes[3]]);
    }

    [Fact]
    public void Outcomes_are_told_once_each_as_soon_as_they_are_there()
    {
        var told = new Dictionary<int, BatchOutcome>();

        var outcomes = new BatchEvaluator().Evaluate(Candidates, Options, told.Add, TestContext.Current.CancellationToken);

        Assert.Equal(outcomes, told.OrderBy(entry => entry.Key).Select(entry => entry.Value));
        Assert.All(outcomes, outcome => Assert.True(outcome.Elapsed > TimeSpan.Zero));
    }

    [Fact]
    public void A_cancelled_batch_has_told_what_was_finished()
    {
        using var source = new CancellationTokenSource();
        var told = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => new BatchEvaluator().Evaluate(
            Candidates, Options with { Threads = 1, Trials = 1 }, (_, _) => { told++; source.Cancel(); }, source.Token));

        Assert.InRange(told, 1, Candidates.Length);
    }

    [Fact]
    public void Several_threads_may_ask_one_evaluator()
    {
        var evaluator = new BatchEvaluator();
        Evaluate(evaluator, Candidates[..2], Options);
        ImmutableArray<Network>[] batches = [Candidates[2..4], Candidates[1..3], Candidates[3..], Candidates[..2]];

        var outcomes = batches.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(batch => Evaluate(evaluator, batch, Options)).ToArray();

        foreach (var (batch, outcome) in batches.Zip(outcomes))
            AssertAsAlone(batch, Options, outcome);
    }

    [Fact]
    public void No_network_gives_no_outcome() => Assert.Empty(Evaluate(new BatchEvaluator(), [], Options));

    private static ImmutableArray<BatchOutcome> Evaluate(BatchEvaluator evaluator, ImmutableArray<Network> networks, SimulationOptions options) =>
        evaluator.Evaluate(networks, options, cancellation: TestContext.Current.CancellationToken);

    private static SimulationResult Alone(Network net, SimulationOptions options) =>
        net.Simulate(options with { Threads = 0 }, cancellation: TestContext.Current.CancellationToken);

    private static void AssertAsAlone(ImmutableArray<Network> networks, SimulationOptions options, ImmutableArray<BatchOutcome> outcomes)
    {
        Assert.Equal(networks.Length, outcomes.Length);
        foreach (var (net, outcome) in networks.Zip(outcomes))
        {
            var alone = Alone(net, options);
            Assert.Equal(alone.Provenance.ModelHash, outcome.Result!.Provenance.ModelHash);
            for (var trial = 0; trial < options.Trials; trial++)
            {
                Assert.Equal(alone.Dipoles[trial][Dipole.Aggregate], outcome.Result.Dipoles[trial][Dipole.Aggregate]);
                Assert.Equal(alone.CellResponse.Trials[trial].Times, outcome.Result.CellResponse.Trials[trial].Times);
                Assert.Equal(alone.CellResponse.Trials[trial].Gids, outcome.Result.CellResponse.Trials[trial].Gids);
            }
        }
    }

    private static Network WithSecondDrive(double mu, double sigma, double weight)
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });
        var weights = new Dictionary<string, double> { ["L2_pyramidal"] = weight, ["L5_pyramidal"] = weight, ["L2_basket"] = 0.1 };
        net.AddEvokedDrive("first", mu: 15, sigma: 3, spikeCount: 1, "proximal", ampaWeights: weights.ToDictionary(entry => entry.Key, _ => 0.05));
        net.AddEvokedDrive("second", mu, sigma, spikeCount: 1, "proximal", ampaWeights: weights, nmdaWeights: weights);
        return net;
    }
}
