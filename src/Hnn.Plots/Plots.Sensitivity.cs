using System.Collections.Immutable;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    private const double BarWidth = 0.3;

    /// <summary>Which parameters matter, by their shares of the variance (Sobol' indices): alone, and with all their interactions.</summary>
    /// <param name="indices">The indices, for example <c>fit.Sensitivity()</c>.</param>
    /// <returns>A figure with a panel for the waveform, if it was compared sample by sample, and one for the loss: two bars for each parameter,
    /// with the limits between which the index lies.</returns>
    public static Figure Sensitivity(SobolIndices indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        var loss = SharesOf("Loss", indices.Loss, indices.Confidence);
        return indices.Residuals.IsEmpty ? loss : Figure.Rows(SharesOf("Waveform", indices.Residuals, indices.Confidence), loss);
    }

    /// <summary>Which parameters matter, by their elementary effects (Morris): how much the loss changes over the whole range of each.</summary>
    /// <param name="screening">The effects, for example <c>fit.ElementaryEffects()</c>.</param>
    /// <param name="unit">Unit of the loss, which the effects do not know: <c>nAm</c> of an RMSE. Default: none.</param>
    /// <returns>A figure with one panel: a bar for the mean size of the effects of each parameter, and one for their standard deviation, which
    /// is as large where the effect depends on the other parameters.</returns>
    public static Figure ElementaryEffects(MorrisScreening screening, string unit = "")
    {
        ArgumentNullException.ThrowIfNull(screening);
        var effects = screening.Effects;
        return new Figure
        {
            Panels = [PairedBars([.. effects.Select(effect => effect.Parameter)], new Axis("Change of the loss over the range", unit),
                ("Mean size (μ*)", [.. effects.Select(effect => effect.MuStar)]), ("Standard deviation (σ)", [.. effects.Select(effect => effect.Sigma)]))],
        };
    }

    private static Figure SharesOf(string title, ImmutableArray<SobolIndex> indices, double confidence)
    {
        var bars = PairedBars([.. indices.Select(index => index.Parameter)], new Axis("Share of the variance"),
            ("Alone (first-order)", [.. indices.Select(index => index.First.Value)]), ("With interactions (total)", [.. indices.Select(index => index.Total.Value)]));
        var limits = indices.Index().SelectMany(each => new[] { (At: each.Index - (BarWidth / 2), Of: each.Item.First), (At: each.Index + (BarWidth / 2), Of: each.Item.Total) }).ToArray();
        var limitLines = new LineTrace
        {
            Name = $"{Percent(confidence)} limits",
            Color = Palette.Series(0),
            X = [.. limits.SelectMany(limit => new[] { limit.At, limit.At, double.NaN })],
            Y = [.. limits.SelectMany(limit => new[] { limit.Of.Low, limit.Of.High, double.NaN })],
        };
        return new Figure { Panels = [bars with { Title = title, Traces = bars.Traces.Add(limitLines) }] };
    }

    // Two bars beside each other for each name, then a gap. A bar is not negative: an estimate below 0 stands for 0.
    private static Panel PairedBars(ImmutableArray<string> names, Axis measure, (string Name, ImmutableArray<double> Values) left, (string Name, ImmutableArray<double> Values) right)
    {
        ImmutableArray<double> edges = [.. names.SelectMany((_, index) => new[] { index - BarWidth, index, index + BarWidth })];
        return new Panel
        {
            X = new Axis("") { Ticks = NameTicks(names), Min = -0.5, Max = names.Length - 0.5 },
            Y = measure,
            Traces = [Bars(left, 0, Palette.Series(1)), Bars(right, 1, Palette.Series(6))],
        };

        HistogramTrace Bars((string Name, ImmutableArray<double> Values) bars, int place, Color color) => new()
        {
            Name = bars.Name,
            Color = color,
            Edges = edges,
            Counts = [.. bars.Values.SelectMany(value => Enumerable.Range(0, 3).Select(bar => bar == place && value > 0 ? value : 0.0)).SkipLast(1)],
        };
    }
}
