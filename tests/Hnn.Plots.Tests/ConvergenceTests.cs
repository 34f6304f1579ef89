using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class ConvergenceTests
{
    private static readonly Lazy<FitResult> Fit = new(() => SmallFits.Of(Objective.Rmse()));

    [Fact]
    public void Each_evaluation_is_a_point_and_those_that_failed_are_left_out()
    {
        var points = Plots.Convergence(Fit.Value).Panels.Single().Traces.OfType<PointTrace>().Single();

        var done = Fit.Value.History.Where(evaluation => evaluation.Fault is null).ToArray();
        Assert.InRange(done.Length, 1, Fit.Value.History.Length - 1);
        Assert.Equal(done.Select(evaluation => evaluation.Index + 1.0), points.X);
        Assert.Equal(done.Select(evaluation => evaluation.Loss), points.Y);
    }

    [Fact]
    public void The_best_so_far_is_a_bold_line_in_steps_to_the_last_evaluation()
    {
        var line = Plots.Convergence(Fit.Value).Panels.Single().Traces.OfType<LineTrace>().Single();

        Assert.Equal(Fit.Value.RunningBest.Where(double.IsFinite), line.Y);
        Assert.Equal(Fit.Value.History.Length, line.X[^1]);
        Assert.True(line.IsStepped);
        Assert.True(line.Width > 2);
    }

    [Fact]
    public void An_error_is_in_nAm_and_another_loss_has_no_unit()
    {
        var (error, other) = (Plots.Convergence(Fit.Value).Panels.Single(), Plots.Convergence(SmallFits.Of(Objective.Correlation())).Panels.Single());

        Assert.Equal(("RMSE (nAm)", "Loss"), (error.Y.Label, other.Y.Label));
        Assert.Equal("Evaluation", error.X.Label);
    }

    [Fact]
    public void Several_fits_are_lines_by_name_with_their_own_colours_and_strokes()
    {
        var panel = Plots.Convergence(("one", Fit.Value), ("two", SmallFits.Of(Objective.Rmse(), evaluations: 3))).Panels.Single();

        var lines = panel.Traces.Cast<LineTrace>().ToArray();
        Assert.Equal(["one", "two"], lines.Select(line => line.Name));
        Assert.NotEqual(lines[0].Color, lines[1].Color);
        Assert.NotEqual(lines[0].Style, lines[1].Style);
        Assert.True(panel.X.Max > Fit.Value.History.Length);
    }

    [Fact]
    public void No_fit_is_an_error() => Assert.Throws<ArgumentException>(() => Plots.Convergence());

    [Fact]
    public void Parameters_are_shown_at_their_place_within_the_bounds_as_the_best_so_far_has_them()
    {
        var panel = Plots.Parameters(Fit.Value).Panels.Single();

        var lines = panel.Traces.Cast<LineTrace>().ToArray();
        Assert.Equal(["mu", "sigma"], lines.Select(line => line.Name));
        Assert.Equal((Fit.Value.Best["mu"] - 1) / 4, lines[0].Y[^1], 1e-12);
        Assert.Equal(Fit.Value.BestEvaluation.Point[1], lines[1].Y[^1]);
        Assert.Equal(Fit.Value.History.Length, lines[0].X[^1]);
        Assert.Equal((0, 1), (panel.Y.Min, panel.Y.Max));
    }
}
