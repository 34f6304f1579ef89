using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class RangesTests
{
    private static readonly GoodFits Fits = new([new([0.5, 0.5], 1, [])], [new("mu", 0.1, 0.2, 0.3, 0.4, 0.5), new("sigma", 0, 0.25, 0.5, 0.75, 1)], Tolerance: 1.05);

    [Fact]
    public void Each_parameter_is_a_row_with_its_whole_range_its_middle_half_and_its_median()
    {
        var panel = Plots.GoodFits(Fits).Panels.Single();

        Assert.Equal(["All", "Middle half", "Median"], panel.Traces.Select(trace => trace.Name));
        Assert.Equal([0.1, 0.5, double.NaN, 0, 1, double.NaN], ((LineTrace)panel.Traces[0]).X);
        Assert.Equal([0.2, 0.4, double.NaN, 0.25, 0.75, double.NaN], ((LineTrace)panel.Traces[1]).X);
        Assert.Equal([0.3, 0.5], ((PointTrace)panel.Traces[2]).X);
    }

    [Fact]
    public void The_first_parameter_is_on_top()
    {
        var panel = Plots.GoodFits(Fits).Panels.Single();

        Assert.Equal(["mu", "sigma"], panel.Y.Ticks.Select(tick => tick.Text));
        Assert.True(panel.Y.Min > panel.Y.Max);
    }

    [Fact]
    public void A_posterior_is_shown_by_its_quantiles()
    {
        var posterior = PosteriorOf([.. Enumerable.Range(0, 101).Select(particle => particle / 100.0)]);

        var traces = Plots.Posterior(posterior).Panels.Single().Traces;

        var whole = (LineTrace)traces[0];
        Assert.Equal("Middle 95 %", whole.Name);
        Assert.Equal(posterior.Quantile("mu", 0.025, 0.975), whole.X[..2]);
        Assert.Equal(0.5, ((PointTrace)traces[2]).X[0], 1e-12);
    }

    [Fact]
    public void A_posterior_without_particles_is_an_error() => Assert.Throws<ArgumentException>(() => Plots.Posterior(PosteriorOf([])));

    private static AbcPosterior PosteriorOf(ImmutableArray<double> coordinates) => new()
    {
        Names = ["mu"],
        Particles = [.. coordinates.Select(coordinate => new WeightedPoint(new PointValue([coordinate], 1, []), 1.0 / coordinates.Length))],
        Tolerances = [],
        Evaluations = coordinates.Length,
        Stop = default,
    };
}
