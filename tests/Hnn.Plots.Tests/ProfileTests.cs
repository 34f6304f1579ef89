using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class ProfileTests
{
    // mu lies between 1 and 5, so that a quarter of the range is 1.
    private static readonly Lazy<FitResult> Fit = new(() => SmallFits.Of(Objective.Rmse()));

    private static readonly LikelihoodProfile Mu = new()
    {
        Parameter = "mu",
        Index = 0,
        Points = [Point(0, 3), Point(0.25, 1), Point(0.5, double.PositiveInfinity), Point(1, 2)],
        Best = Value(0.25, 1),
        Threshold = 1.5,
        Confidence = 0.95,
        Low = 0.125,
        High = null,
        IsOptimized = true,
    };

    [Fact]
    public void Losses_are_shown_over_the_values_in_their_own_unit_without_those_that_failed()
    {
        var line = Named<LineTrace>("Lowest loss");

        Assert.Equal([1.0, 2, 5], line.X);
        Assert.Equal([3.0, 1, 2], line.Y);
    }

    [Fact]
    public void Compatible_values_reach_to_the_end_where_nothing_limits_them() =>
        Assert.Equal([1.5, 5], Named<BandTrace>("Compatible values").X);

    [Fact]
    public void The_threshold_names_its_confidence_or_is_a_tolerance()
    {
        var tolerance = Plots.Profile(Fit.Value, Mu with { Confidence = null }).Panels.Single().Traces;

        Assert.Equal([1.5, 1.5], Named<LineTrace>("95 % confidence").Y);
        Assert.Contains(tolerance, trace => trace.Name == "Tolerance");
    }

    [Fact]
    public void The_best_is_marked_and_the_axes_say_what_they_are()
    {
        var panel = Plots.Profile(Fit.Value, Mu).Panels.Single();

        Assert.Equal((2.0, 1.0), (Named<PointTrace>("Best").X[0], Named<PointTrace>("Best").Y[0]));
        Assert.Equal(("mu", "RMSE (nAm)"), (panel.X.Label, panel.Y.Label));
        Assert.False(panel.X.IsLogarithmic);
    }

    [Fact]
    public void A_profile_from_evaluations_already_made_says_so() =>
        Assert.Contains(Plots.Profile(Fit.Value, Fit.Value.ProfileFromHistory("sigma")).Panels.Single().Traces, trace => trace.Name == "Lowest loss seen");

    [Fact]
    public void A_profile_in_which_nothing_succeeded_is_an_error_that_says_so()
    {
        var failed = Mu with { Points = [Point(0, double.PositiveInfinity), Point(1, double.PositiveInfinity)] };

        Assert.Contains("No evaluation succeeded at any of the 2 values of 'mu'", Assert.Throws<ArgumentException>(() => Plots.Profile(Fit.Value, failed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_another_fit_is_an_error() =>
        Assert.Contains("mu, sigma", Assert.Throws<ArgumentException>(() => Plots.Profile(Fit.Value, Mu with { Parameter = "tau" })).Message, StringComparison.Ordinal);

    private static T Named<T>(string name)
        where T : Trace => Plots.Profile(Fit.Value, Mu).Panels.Single().Traces.OfType<T>().Single(trace => trace.Name == name);

    private static ProfilePoint Point(double coordinate, double loss) => new(coordinate, Value(coordinate, loss));

    private static PointValue Value(double coordinate, double loss) => new([coordinate, 0.5], loss, []);
}
