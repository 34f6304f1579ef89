using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>The lowest loss that can be had at each value of one parameter, and what follows for that parameter. Immutable.</summary>
public sealed record LikelihoodProfile
{
    /// <summary>The parameter's name.</summary>
    public required string Parameter { get; init; }

    /// <summary>Its coordinate's number, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The profile, by ascending coordinate. At least one point.</summary>
    public required ImmutableArray<ProfilePoint> Points { get; init; }

    /// <summary>The best evaluation known; a profile often finds a better one than it began with.</summary>
    public required PointValue Best { get; init; }

    /// <summary>The loss up to which values count as compatible with the data.</summary>
    public required double Threshold { get; init; }

    /// <summary>Confidence of the limits; null if the threshold is a mere tolerance, because nothing is known of the noise.</summary>
    public required double? Confidence { get; init; }

    /// <summary>Lower limit, a coordinate; null if the lower end of the profile is compatible with the data.</summary>
    public required double? Low { get; init; }

    /// <summary>Upper limit, a coordinate; null if the upper end of the profile is compatible with the data.</summary>
    public required double? High { get; init; }

    /// <summary>Whether the other parameters were adjusted at each value. If not, the profile is made of evaluations done for other ends: true losses may be lower, and true limits wider.</summary>
    public required bool IsOptimized { get; init; }

    /// <summary>What the data say about the parameter.</summary>
    public Determination Determination => (Low, High) switch
    {
        (null, null) => Determination.NotDetermined,
        (null, _) => Determination.BoundedFromAbove,
        (_, null) => Determination.BoundedFromBelow,
        _ => Determination.Determined,
    };

    /// <summary>By how much the loss rises at most along the profile, relative to the best; where nothing succeeded is left out. Infinite if the best loss is 0.</summary>
    public double LargestRise => Best.Loss > 0 ? HighestLoss / Best.Loss - 1 : double.PositiveInfinity;

    private double HighestLoss => Points.Where(point => point.Fit.IsFinite).Max(point => point.Fit.Loss);

    /// <summary>Says in a sentence whether the data determine the parameter.</summary>
    /// <param name="natural">Gives a parameter's natural value from its number and its coordinate, rising with it; null to speak of coordinates.</param>
    public string Statement(Func<int, double, double>? natural = null)
    {
        var (start, end) = (Points[0].Coordinate, Points[^1].Coordinate);
        var range = (start == 0 && end == 1 ? "over the whole range, " : "as far as tried, ") + $"{Natural(start)} to {Natural(end)}";
        var fits = Confidence is { } confidence ? $"{PlainTable.Percent(confidence)} confidence" : $"error up to {PlainTable.Number(Threshold)}";
        var change = Best.Loss > 0 ? $"changes by at most {PlainTable.Percent(LargestRise)}" : $"is at most {PlainTable.Number(HighestLoss)}";
        return $"{Parameter}: " + Determination switch
        {
            Determination.Determined => $"determined by the data: {Natural(Low!.Value)} to {Natural(High!.Value)} ({fits}), best {Natural(Best.Point[Index])}.",
            Determination.BoundedFromBelow => $"only bounded from below by the data: at least {Natural(Low!.Value)} ({fits}), best {Natural(Best.Point[Index])}; no upper bound {range}.",
            Determination.BoundedFromAbove => $"only bounded from above by the data: at most {Natural(High!.Value)} ({fits}), best {Natural(Best.Point[Index])}; no lower bound {range}.",
            _ => $"not determined by the data: {range}, the error {change}.",
        } + (IsOptimized ? "" : " From evaluations already made, without adjusting the other parameters: the limits may be too narrow.");

        string Natural(double coordinate) => PlainTable.Natural(natural, Index, coordinate);
    }

    /// <summary>The statement, and a table of the profile below it.</summary>
    /// <param name="natural">As for <see cref="Statement"/>.</param>
    public string ToText(Func<int, double, double>? natural = null) =>
        Statement(natural) + "\n" + PlainTable.Of(
            [Parameter, "error", "compatible"],
            Points.Select(point => (string[])
                [PlainTable.Natural(natural, Index, point.Coordinate), PlainTable.Number(point.Fit.Loss), point.Fit.Loss <= Threshold ? "yes" : "no"]));

    /// <summary>Draws the conclusions from the points of a profile, in any order, at least one of which is as good as the best.</summary>
    internal static LikelihoodProfile Of(string parameter, int index, IEnumerable<ProfilePoint> points, PointValue best, LossThreshold rule, bool isOptimized)
    {
        ImmutableArray<ProfilePoint> ascending = [.. points.OrderBy(point => point.Coordinate)];
        var threshold = rule.At(best.Loss);
        return new LikelihoodProfile
        {
            Parameter = parameter,
            Index = index,
            Points = ascending,
            Best = best,
            Threshold = threshold,
            Confidence = rule.Confidence,
            Low = ProfileLimits.Crossing(ascending, best.Loss, threshold),
            High = ProfileLimits.Crossing([.. ascending.Reverse()], best.Loss, threshold),
            IsOptimized = isOptimized,
        };
    }
}
