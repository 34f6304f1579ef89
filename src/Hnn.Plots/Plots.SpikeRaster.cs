using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    private const double RasterHeight = 220;

    /// <summary>Every spike as a mark: a row for each cell, the first at the top, and a colour for each type.</summary>
    /// <param name="response">The spikes; those of the chosen trials lie over each other.</param>
    /// <param name="cellTypes">The types shown: each word stands for all cell types and drives whose name begins with it. Default: all cell types, or all that have spikes if the types are not known.</param>
    /// <param name="trials">Indexes of the trials. Default: all.</param>
    /// <param name="stopTime">End of the time axis in ms. Positive. Default: the last spike.</param>
    /// <param name="colors">Colours by type, for those that shall not have the usual one. Default: <see cref="Palette.Population"/>.</param>
    /// <param name="markerSize">Height of the marks in pixels. Positive. Default: about that of a row, from 3 to 10.</param>
    /// <param name="dipoles">Trials whose average is drawn behind the spikes, layer by layer, with an axis at the right; of the same times, layers and scale. Default: none.</param>
    /// <returns>A figure with one panel, with its axes even if there is no spike.</returns>
    /// <exception cref="ArgumentException">A word stands for nothing, there is no such trial, an argument is out of range, or the dipoles are not alike.</exception>
    public static Figure SpikeRaster(
        CellResponse response,
        IEnumerable<string>? cellTypes = null,
        IEnumerable<int>? trials = null,
        double? stopTime = null,
        IReadOnlyDictionary<string, Color>? colors = null,
        double? markerSize = null,
        IEnumerable<Dipole>? dipoles = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (stopTime is { } stop)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stop, nameof(stopTime));
        if (markerSize is { } size)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(markerSize));

        var populations = PopulationsOf(response);
        string[] types = [.. cellTypes?.SelectMany(word => MembersOf(word, populations)).Distinct(StringComparer.Ordinal) ?? CellTypesOf(response)];
        CheckColors(colors, types);
        var spikes = SpikesOf(response, trials).ToArray();
        var rows = types.ToDictionary(type => type, type => RowsOf(type, response), StringComparer.Ordinal);
        var (first, last) = (rows.Values.Select(range => range.Start).DefaultIfEmpty(0).Min(), rows.Values.Select(range => range.Stop).DefaultIfEmpty(1).Max());
        var overlay = dipoles is null ? null : AverageOf([.. dipoles]);
        var marks = types.Select(type => Marks(type, spikes.Where(spike => spike.Type == type)) with
        {
            Color = ColorOf(type, type, populations, colors),
            Size = markerSize ?? Math.Clamp(RasterHeight / (last - first), 3, 10),
        });
        var panel = new Panel
        {
            X = TimeAxis with { Min = 0, Max = stopTime ?? overlay?.Times[^1] ?? spikes.Select(spike => spike.Time).DefaultIfEmpty(1).Max() },
            Y = new Axis("") { Min = last - 0.5, Max = first - 0.5, Ticks = [.. types.Select(type => new Tick((rows[type].Start + rows[type].Stop - 1) / 2.0, type))] },
            Right = overlay is null ? null : new Axis("Dipole moment", Unit(overlay)),
            Traces = [.. overlay is null ? [] : OverlayOf(overlay), .. marks],
        };
        return new Figure { Panels = [panel] };
    }

    private static PointTrace Marks(string type, IEnumerable<(double Time, int Gid, string Type)> spikes) => new()
    {
        Name = type,
        Color = Palette.Series(0),
        Marker = Marker.Bar,
        IsInLegend = false,
        X = [.. spikes.Select(spike => spike.Time)],
        Y = [.. spikes.Select(spike => (double)spike.Gid)],
    };

    // Without known ranges, a type has the rows from its least gid to its greatest.
    private static GidRange RowsOf(string type, CellResponse response)
    {
        if (response.GidRanges.TryGetValue(type, out var range))
            return range;
        var gids = SpikesOf(response, trials: null).Where(spike => spike.Type == type).Select(spike => spike.Gid).ToArray();
        return new GidRange(gids.Min(), gids.Max() + 1);
    }

    private static IEnumerable<LineTrace> OverlayOf(Dipole dipole)
    {
        var layers = dipole.Layers.Length > 1 ? dipole.Layers[1..] : dipole.Layers;
        return layers.Select((layer, index) => Line($"Dipole {layer}", dipole, layer, index) with { Color = Palette.Series(0), Opacity = 0.6, UsesRightAxis = true });
    }
}
