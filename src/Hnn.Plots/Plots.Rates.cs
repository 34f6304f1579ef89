using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    private const double HalfBar = 0.35;

    /// <summary>Mean spike rate of each cell type as a bar; of several trials each as a point over it.</summary>
    /// <param name="response">The spikes; the cell types must be known.</param>
    /// <param name="start">First time of the window in ms; its spikes count.</param>
    /// <param name="stop">End of the window in ms, after <paramref name="start"/>; its spikes count too.</param>
    /// <returns>A figure with one panel; the rates are those of <see cref="CellResponse.MeanRates"/>.</returns>
    /// <exception cref="ArgumentException">The window is empty.</exception>
    /// <exception cref="InvalidOperationException">The gids of the cell types are not known, or there is no trial or no cell of a type to average over.</exception>
    public static Figure MeanRates(CellResponse response, double start, double stop)
    {
        ArgumentNullException.ThrowIfNull(response);
        var (rates, types) = (response.MeanRates(start, stop), response.CellTypes);
        ImmutableArray<double> edges = [.. types.SelectMany((_, place) => new[] { place - HalfBar, place + HalfBar })];
        var bars = types.Select((type, place) => new HistogramTrace
        {
            Name = type,
            Color = Palette.Population(type, types),
            IsInLegend = false,
            Edges = edges,
            Counts = [.. Enumerable.Range(0, edges.Length - 1).Select(bar => bar == 2 * place ? rates[type] : 0)],
        });
        var panel = new Panel
        {
            X = new Axis("") { Min = -0.6, Max = types.Length - 0.4, Ticks = [.. types.Select((type, place) => new Tick(place, type))] },
            Y = new Axis("Mean rate", "Hz"),
            Traces = [.. bars, .. response.Trials.Length > 1 ? [RatesOfTrials(response, start, stop)] : Array.Empty<Trace>()],
        };
        return new Figure { Panels = [panel] };
    }

    /// <summary>Mean spike rate of each cell type over time, in bins.</summary>
    /// <param name="response">The spikes; the cell types must be known.</param>
    /// <param name="start">Start of the first bin in ms.</param>
    /// <param name="stop">End of the last bin in ms, after <paramref name="start"/>.</param>
    /// <param name="bins">Number of bins of equal width, at least 1. Default: 50.</param>
    /// <returns>A figure with one panel and a line in steps for each type; the rates are those of <see cref="CellResponse.BinnedRates"/>.</returns>
    /// <exception cref="ArgumentException">The window is empty, or there is no bin.</exception>
    /// <exception cref="InvalidOperationException">The gids of the cell types are not known, or there is no trial or no cell of a type to average over.</exception>
    public static Figure BinnedRates(CellResponse response, double start, double stop, int bins = 50)
    {
        ArgumentNullException.ThrowIfNull(response);
        var rates = response.BinnedRates(start, stop, bins);
        ImmutableArray<double> edges = [.. Enumerable.Range(0, bins).Select(bin => start + (bin * ((stop - start) / bins))), stop];
        var panel = new Panel
        {
            X = TimeAxis with { Min = start, Max = stop },
            Y = new Axis("Rate", "Hz"),
            Traces = [.. response.CellTypes.Select(type => new LineTrace
            {
                Name = type,
                Color = Palette.Population(type, response.CellTypes),
                IsStepped = true,
                X = edges,
                Y = [.. rates[type], rates[type][^1]],
            })],
        };
        return new Figure { Panels = [panel] };
    }

    private static PointTrace RatesOfTrials(CellResponse response, double start, double stop)
    {
        var trials = response.MeanRatesByTrial(start, stop);
        var points = response.CellTypes.SelectMany((type, place) => trials[type].Select((rate, trial) => (Place: place, Rate: rate, Trial: trial))).ToArray();
        return new PointTrace
        {
            Name = "Trials",
            Color = Palette.Series(0),
            Opacity = 0.6,
            X = [.. points.Select(point => (double)point.Place)],
            Y = [.. points.Select(point => point.Rate)],
            Labels = [.. points.Select(point => $"Trial {point.Trial}")],
        };
    }
}
