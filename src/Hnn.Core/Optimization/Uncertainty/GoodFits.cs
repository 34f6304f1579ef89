using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>The ensemble of evaluations that fit about as well as the best. Immutable.</summary>
/// <param name="Fits">The evaluations, the best first. At least one.</param>
/// <param name="Ranges">Where each parameter lies among them, in the order of the parameters.</param>
/// <param name="Tolerance">The largest loss that was let in, relative to the best.</param>
/// <remarks>What an optimiser has not looked at is not here: the ranges are at least as wide as stated.</remarks>
public sealed record GoodFits(ImmutableArray<PointValue> Fits, ImmutableArray<ParameterRange> Ranges, double Tolerance)
{
    /// <summary>Names of the parameters that span the whole range among the good fits: the data do not determine them.</summary>
    public ImmutableArray<string> Undetermined => [.. Ranges.Where(range => range.SpansWholeRange).Select(range => range.Parameter)];

    /// <summary>Picks the good fits out of a history.</summary>
    /// <param name="history">Evaluations, in any order. At least one of them finite.</param>
    /// <param name="names">A name for each coordinate.</param>
    /// <param name="tolerance">Losses up to this times the best are good. At least 1. Default: 1.05.</param>
    /// <exception cref="ArgumentException">The tolerance is below 1, names do not fit, or no evaluation is finite.</exception>
    public static GoodFits Of(IEnumerable<PointValue> history, ImmutableArray<string> names, double tolerance = 1.05)
    {
        Require.InRange(tolerance, 1, double.MaxValue);
        ParameterNames.Check(names);
        var ordered = history.Where(value => value.IsFinite).OrderBy(value => value.Loss).ToList();
        if (ordered.Count == 0)
            throw new ArgumentException("No evaluation is finite, so none fits. Pass a history with at least one that succeeded.", nameof(history));
        ParameterNames.CheckPoint(names, ordered[0].Point);
        ImmutableArray<PointValue> fits = [.. ordered.TakeWhile(value => value.Loss <= tolerance * ordered[0].Loss)];
        return new GoodFits(fits, [.. names.Select((name, i) => Range(name, [.. fits.Select(fit => fit.Point[i])]))], tolerance);
    }

    /// <summary>The band of an output over the good fits.</summary>
    /// <param name="output">Gives the output of a fit, for example the waveform simulated with it.</param>
    /// <param name="coverage">Share of the fits inside the band, from 0 to 1. Default: 0.9.</param>
    /// <exception cref="ArgumentException">The outputs differ in length.</exception>
    public PredictiveBand Band(Func<PointValue, ImmutableArray<double>> output, double coverage = 0.9) =>
        PredictiveBand.Of([.. Fits.Select(output)], coverage);

    /// <summary>A table of the ranges, and which parameters span the whole range.</summary>
    /// <param name="natural">Gives a parameter's natural value from its number and its coordinate, rising with it; null to speak of coordinates.</param>
    public string ToText(Func<int, double, double>? natural = null)
    {
        var table = PlainTable.Of(["parameter", "min", "25 %", "median", "75 %", "max", "whole range"], Ranges.Select((range, i) => (string[])
        [
            range.Parameter,
            .. new[] { range.Min, range.LowerQuartile, range.Median, range.UpperQuartile, range.Max }.Select(x => PlainTable.Natural(natural, i, x)),
            range.SpansWholeRange ? "yes" : "no",
        ]));
        var undetermined = Undetermined.IsEmpty ? "No parameter spans its whole range." : $"Not determined by the data: {string.Join(", ", Undetermined)}.";
        return $"{Fits.Length} fits with an error within {PlainTable.Percent(Tolerance - 1)} of the best, {PlainTable.Number(Fits[0].Loss)}\n{table}{undetermined}\n";
    }

    private static ParameterRange Range(string name, double[] coordinates)
    {
        var quartiles = Quantiles.Of(coordinates, 0.25, 0.5, 0.75);
        return new ParameterRange(name, coordinates.Min(), quartiles[0], quartiles[1], quartiles[2], coordinates.Max());
    }
}
