using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Tests.Simulation;

public class NetworkSimulationTests
{
    private static readonly SimulationOptions Short = SimulationOptions.Default with { StopTime = 2, Trials = 2 };

    [Fact]
    public void The_column_moves_as_the_specification_says()
    {
        // Raw L5 of a 3x3 column at sample 2: numerics specification, section 11; nine cells per layer; 1e-11 of it.
        var result = Column().Simulate(stopTime: 0.05);

        Assert.Equal(-5.528954965255e+02 + 9 * 49.0502, result.Dipoles[0]["L5"][2] * 1e6, 1e-8);
    }

    [Fact]
    public void Simulating_leaves_the_network_as_it_is()
    {
        var net = Column();
        net.AddDefaultErpDrives();
        var before = net.Clone();

        var (first, second) = (net.Simulate(Short, cancellation: Token), net.Simulate(Short, cancellation: Token));

        Assert.True(net.Equals(before));
        AssertSame(first, second);
    }

    [Fact]
    public async Task A_simulation_in_the_background_is_not_touched_by_later_changes()
    {
        var net = Column();
        net.AddDefaultErpDrives();
        var expected = net.Simulate(Short, cancellation: Token);

        var running = net.SimulateAsync(Short, cancellation: Token);
        net.ClearDrives();
        net.Celsius = 20;

        AssertSame(expected, await running);
    }

    [Fact]
    public void Progress_rises_to_the_whole()
    {
        var reports = new Reports();

        Column().Simulate(Short, reports, Token);

        Assert.NotEmpty(reports.Received);
        Assert.Equal(reports.Received.Select(report => report.Fraction).Order(), reports.Received.Select(report => report.Fraction));
        Assert.Equal(4, reports.Received[^1].SimulatedTime, 1e-9);
        Assert.Equal(2, reports.Received[^1].Trials);
    }

    [Fact]
    public async Task A_cancelled_simulation_ends_as_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.Null(Assert.Throws<SimulationCanceledException>(() => Column().Simulate(Short, cancellation: cancelled.Token)).Finished);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Column().SimulateAsync(Short, cancellation: cancelled.Token));
    }

    [Fact]
    public async Task A_cancelled_simulation_keeps_the_trials_that_are_finished()
    {
        // Ten trials of 24 cells run at a time; the eleventh is cut short.
        var net = Column();
        net.AddDefaultErpDrives();
        var options = Short with { Trials = 11 };
        using var cancellation = new CancellationTokenSource();
        var stop = new Reports { Then = report => { if (report.Fraction > 10.2 / 11) cancellation.Cancel(); } };

        var canceled = await Assert.ThrowsAsync<SimulationCanceledException>(() => net.SimulateAsync(options, stop, cancellation.Token));

        AssertSame(net.Simulate(Short with { Trials = 10 }, cancellation: Token), canceled.Finished!);
        Assert.Equal(10, canceled.Finished!.Provenance.Options.Trials);
    }

    [Fact]
    public void What_cannot_be_simulated_is_refused_at_once()
    {
        Assert.ThrowsAny<ArgumentException>(() => Column().Simulate(stopTime: double.NaN));
        Assert.ThrowsAny<ArgumentException>(() => { _ = Column().SimulateAsync(Short with { Trials = 0 }, cancellation: Token); });
    }

    private static void AssertSame(SimulationResult expected, SimulationResult actual)
    {
        Assert.All(expected.Dipoles.Zip(actual.Dipoles), pair => Assert.Equal(pair.First["agg"], pair.Second["agg"]));
        Assert.All(expected.CellResponse.Trials.Zip(actual.CellResponse.Trials), pair => Assert.Equal(pair.First.Times, pair.Second.Times));
        Assert.Equal(expected.Provenance.ModelHash, actual.Provenance.ModelHash);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Network Column() => Network.Jones2009(new NetworkOptions { Mesh = (3, 3) });

    private sealed class Reports : IProgress<SimulationProgress>
    {
        public List<SimulationProgress> Received { get; } = [];

        public Action<SimulationProgress>? Then { get; init; }

        public void Report(SimulationProgress value)
        {
            Received.Add(value);
            Then?.Invoke(value);
        }
    }
}
