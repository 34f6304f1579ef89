using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    private const int SplineRows = 120;

    /// <summary>Density of current sources and sinks over time and the height of a laminar electrode.</summary>
    /// <param name="recording">The potentials of at least four contacts, evenly spaced on a line that changes height.</param>
    /// <param name="trial">Index of the trial. Default: the first.</param>
    /// <param name="sinksAreRed">Whether sinks (negative densities) are red and sources blue. Default: no, sinks are blue.</param>
    /// <param name="limit">Density at both ends of the colours, in the figure's unit. Positive. Default: the greatest that occurs, be it of a source or a sink.</param>
    /// <param name="interpolated">Whether a spline fills the space between the contacts; otherwise each contact has a row. Default: true.</param>
    /// <param name="asCurrent">Whether the density is in A/m³, by the array's conductivity. Default: no, it is in µV/µm² as in hnn-core.</param>
    /// <returns>A figure with one panel and its colour bar. Of more than 1000 samples every k-th is drawn.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial, or the limit is not positive.</exception>
    /// <exception cref="InvalidOperationException">The contacts are not as said.</exception>
    public static Figure LaminarCsd(
        ElectrodeRecording recording, int trial = 0, bool sinksAreRed = false, double? limit = null, bool interpolated = true, bool asCurrent = false)
    {
        ArgumentNullException.ThrowIfNull(recording);
        if (limit is { } given)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(given, nameof(limit));

        var contacts = recording.Csd(trial, asCurrent);
        var thinned = contacts with { Times = EachShown(contacts.Times), Values = [.. contacts.Values.Select(EachShown)] };
        var density = interpolated ? thinned.Interpolated(SplineRows) : thinned;
        var rises = density.Heights[^1] > density.Heights[0];
        var end = limit ?? contacts.Values.Max(row => row.Max(Math.Abs));
        var map = new HeatmapTrace
        {
            Name = "Current source density",
            Color = Palette.Series(0),
            X = density.Times,
            Y = rises ? density.Heights : [.. density.Heights.Reverse()],
            Values = rises ? density.Values : [.. density.Values.Reverse()],
            Scale = new ColorScale(new Axis("Source density", density.Unit), sinksAreRed ? Colormap.RedWhiteBlue : Colormap.BlueWhiteRed, -end, end),
        };
        return new Figure { Panels = [new Panel { X = TimeAxis, Y = new Axis("Height", "µm"), Traces = [map] }] };
    }
}
