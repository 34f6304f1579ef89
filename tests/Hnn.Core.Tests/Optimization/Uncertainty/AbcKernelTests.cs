using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class AbcKernelTests
{
    private static readonly ImmutableArray<WeightedPoint> Population =
        [Particle(0.02, 0.1, 0.4), Particle(0.02, 0.9, 0.2), Particle(0.6, 0.1, 0.1), Particle(0.7, 0.9, 0.3)];

    // Weights undo the uneven density of the proposals, also where a particle at a face loses half of its moves to the outside.
    [Theory, InlineData(0), InlineData(1)]
    public void Weighted_proposals_are_uniform_in_the_cube(int coordinate)
    {
        var (kernel, random) = (new AbcKernel(Population), new SolverRandom(1));

        var proposals = Enumerable.Range(0, 100_000).Select(_ => kernel.Propose(random)).Select(point => (Tenth: (int)(10 * point[coordinate]), Weight: kernel.Weight(point))).ToArray();

        var (sum, squares) = (proposals.Sum(proposal => proposal.Weight), proposals.Sum(proposal => proposal.Weight * proposal.Weight));
        var error = Math.Sqrt(0.1 * 0.9 * squares) / sum; // standard error of a share of one tenth, for the effective number of proposals
        for (var tenth = 0; tenth < 10; tenth++)
            Assert.Equal(0.1, proposals.Where(proposal => proposal.Tenth == tenth).Sum(proposal => proposal.Weight) / sum, tolerance: 4 * error);
    }

    private static WeightedPoint Particle(double x, double y, double weight) => new(new PointValue([x, y], 1, []), weight);
}
