using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class BatchedRunTests
{
    [Fact]
    public void The_method_goes_on_with_what_it_is_told()
    {
        var run = new Halving();

        run.Ask(limit: 5);
        run.Tell([new PointValue([1], 0.5, [])]);

        Assert.Equal([0.25], Assert.Single(run.Ask(limit: 5)));
    }

    [Fact]
    public void To_ask_again_before_telling_is_refused()
    {
        var run = new Halving();
        run.Ask(limit: 5);

        Assert.Throws<InvalidOperationException>(() => run.Ask(limit: 5));
    }

    [Fact]
    public void To_tell_another_number_of_values_than_points_is_refused()
    {
        var run = new Halving();
        run.Ask(limit: 5);

        Assert.Throws<ArgumentException>(() => run.Tell([]));
    }

    private sealed class Halving : BatchedRun
    {
        protected override IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches()
        {
            yield return [[1.0]];
            while (true)
                yield return [[Told[0].Loss / 2]];
        }
    }
}
