using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class PointBatchesTests
{
    private static readonly ImmutableArray<double>[] Points = [.. Enumerable.Range(0, 150).Select(i => ImmutableArray.Create(i / 150.0))];

    [Fact]
    public void Values_keep_the_order_of_the_points_over_several_batches()
    {
        var batches = new PointBatches(Evaluators.OfLoss(x => x[0]), 150, null, default);

        var values = batches.Evaluate(Points);

        Assert.Equal(Points.Select(point => point[0]), values.Select(value => value.Loss));
        Assert.Equal(150, batches.Count);
    }

    [Fact]
    public void Progress_ends_at_one()
    {
        var reports = new Reports();

        new PointBatches(Evaluators.OfLoss(x => x[0]), 150, reports, default).Evaluate(Points);

        Assert.Equal([64 / 150.0, 128 / 150.0, 1], reports.Values);
    }

    [Fact]
    public void Cancelling_ends_it_before_the_next_batch()
    {
        using var source = new CancellationTokenSource();
        var batches = new PointBatches(
            (points, _) =>
            {
                source.Cancel();
                return [.. points.Select(point => new PointValue(point, 0, []))];
            },
            150, null, source.Token);

        Assert.Throws<OperationCanceledException>(() => batches.Evaluate(Points));
        Assert.Equal(64, batches.Count);
    }

    [Fact]
    public void An_evaluator_that_leaves_points_out_is_an_error() =>
        Assert.Throws<ArgumentException>(() => new PointBatches((_, _) => [], 150, null, default).Evaluate(Points));

    private sealed class Reports : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
