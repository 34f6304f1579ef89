using System.Collections.Immutable;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    private static readonly Color EvaluationColor = Color.FromHex("#A9B0B9");

    // One more than there are, so that the last point stands whole within the frame.
    private static Axis EvaluationAxis(params FitResult[] fits) => new("Evaluation") { Min = 0, Max = fits.Max(fit => fit.History[^1].Number) + 1 };

    /// <summary>How a fit went: the loss of each evaluation as a point, and the best so far as a line in steps. Evaluations that failed are left out.</summary>
    /// <param name="fit">The fit.</param>
    /// <returns>A figure with one panel; evaluations are counted from 1.</returns>
    public static Figure Convergence(FitResult fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return ConvergenceOf([fit], [Losses(fit), RunningBest("Best so far", fit, index: 1) with { Style = LineStyle.Solid }]);
    }

    /// <summary>How several fits went, over each other: for each the best so far as a line in steps.</summary>
    /// <param name="fits">Name in the legend and fit, each; at least one.</param>
    /// <returns>A figure with one panel; evaluations are counted from 1.</returns>
    /// <exception cref="ArgumentException">No fit was given.</exception>
    public static Figure Convergence(params ReadOnlySpan<(string Name, FitResult Fit)> fits)
    {
        if (fits.IsEmpty)
            throw new ArgumentException("No fit was given, so there is nothing to show. Pass at least one.", nameof(fits));

        var all = fits.ToArray();
        return ConvergenceOf([.. all.Select(each => each.Fit)], [.. all.Select((each, index) => RunningBest(each.Name, each.Fit, index))]);
    }

    /// <summary>Where the best parameters so far lie within their bounds, evaluation after evaluation.</summary>
    /// <param name="fit">The fit.</param>
    /// <returns>A figure with one panel and a line for each parameter that was varied: 0 is its lower bound, 1 its upper one, on the scale it was varied on.</returns>
    public static Figure Parameters(FitResult fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var best = fit.History[0];
        var bests = fit.History.Select(evaluation => (Number: (double)evaluation.Number, Best: best = evaluation.Loss < best.Loss ? evaluation : best))
            .SkipWhile(each => !double.IsFinite(each.Best.Loss)).ToArray();
        var panel = new Panel
        {
            X = EvaluationAxis(fit),
            Y = new Axis("Place within the bounds") { Min = 0, Max = 1 },
            Traces = [.. fit.FreeParameters.Select((name, parameter) => new LineTrace
            {
                Name = name,
                Color = Palette.Series(parameter),
                Style = (LineStyle)(parameter % 3),
                IsStepped = true,
                X = [.. bests.Select(each => each.Number)],
                Y = [.. bests.Select(each => each.Best.Point[parameter])],
            })],
        };
        return new Figure { Panels = [panel] };
    }

    private static Figure ConvergenceOf(FitResult[] fits, ImmutableArray<Trace> traces)
    {
        var axes = fits.Select(fit => LossAxis(fit.Objective)).Distinct().ToArray();
        return new Figure { Panels = [new Panel { X = EvaluationAxis(fits), Y = axes is [var common] ? common : new Axis("Loss"), Traces = traces }] };
    }

    /// <summary>What an objective measures: an error in nAm; others have no unit in common.</summary>
    internal static Axis LossAxis(Objective objective) => objective.Name is "RMSE" or "weighted RMSE" ? new("RMSE", "nAm") : new("Loss");

    /// <summary>The least loss so far as a line in steps; nothing before the first evaluation that succeeded.</summary>
    /// <param name="name">Name in the legend.</param>
    /// <param name="bests">Number of each evaluation, counted from 1, and the least loss after it; infinite where none succeeded yet.</param>
    /// <param name="index">Index of the line among several: its colour and style.</param>
    internal static LineTrace RunningBest(string name, IEnumerable<(int Evaluation, double Loss)> bests, int index)
    {
        var known = bests.SkipWhile(each => !double.IsFinite(each.Loss)).ToArray();
        return new LineTrace
        {
            Name = name,
            Color = Palette.Series(index),
            Style = (LineStyle)(index % 3),
            Width = 3,
            IsStepped = true,
            X = [.. known.Select(each => (double)each.Evaluation)],
            Y = [.. known.Select(each => each.Loss)],
        };
    }

    private static LineTrace RunningBest(string name, FitResult fit, int index) =>
        RunningBest(name, fit.History.Zip(fit.RunningBest, (evaluation, best) => (evaluation.Number, best)), index);

    private static PointTrace Losses(FitResult fit)
    {
        var done = fit.History.Where(evaluation => double.IsFinite(evaluation.Loss)).ToArray();
        return new PointTrace
        {
            Name = "Each evaluation",
            Color = EvaluationColor,
            X = [.. done.Select(evaluation => (double)evaluation.Number)],
            Y = [.. done.Select(evaluation => evaluation.Loss)],
        };
    }
}
