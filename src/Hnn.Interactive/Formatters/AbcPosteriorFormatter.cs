using Hnn.Core.Optimization.Uncertainty;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Where the parameters lie according to a posterior, and how it was sampled.</summary>
internal sealed class AbcPosteriorFormatter(FigureDrawing drawing) : ReportFormatter<AbcPosterior>(drawing)
{
    public override Report ReportOf(AbcPosterior value) => new(
        $"Posterior (ABC-SMC): {NumberText.Count(value.Particles.Length, "particle")} after {NumberText.Count(value.Evaluations, "evaluation")}",
        [
            .. value.Particles.IsEmpty ? [new Sentence("No evaluation succeeded.")] : Quantiles(value),
            Table.OfPairs(
                "Sampling",
                ("effective sample size", NumberText.Short(value.EffectiveSampleSize)),
                ("populations", NumberText.Whole(value.Tolerances.Length)),
                ("largest loss let in", value.Tolerances.IsEmpty ? "" : NumberText.Short(value.Tolerances[^1])),
                ("ended because", ReasonOf(value.Stop))),
        ]);

    private static Part[] Quantiles(AbcPosterior posterior) =>
    [
        new Drawing(Plots.Plots.Posterior(posterior)),
        Table.Of(
            "Quantiles",
            posterior.Names.Select(name => (Name: name, Values: posterior.Quantile(name, 0.025, 0.25, 0.5, 0.75, 0.975))),
            ("parameter", each => each.Name),
            ("2.5 %", each => NumberText.Rounded(each.Values[0])),
            ("25 %", each => NumberText.Rounded(each.Values[1])),
            ("median", each => NumberText.Rounded(each.Values[2])),
            ("75 %", each => NumberText.Rounded(each.Values[3])),
            ("97.5 %", each => NumberText.Rounded(each.Values[4]))),
        GoodFitsFormatter.Scale,
    ];

    private static string ReasonOf(AbcStop stop) => stop switch
    {
        AbcStop.Budget => "all evaluations of the budget were made",
        AbcStop.TargetTolerance => "the target tolerance was reached",
        AbcStop.Acceptance => "too few proposals were accepted",
        AbcStop.EqualLosses => "too many particles have the same loss",
        _ => "it was interrupted",
    };
}
