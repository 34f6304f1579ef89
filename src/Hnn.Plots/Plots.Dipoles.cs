using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    /// <summary>Dipoles over time, for example a measured and a simulated one: the whole of each.</summary>
    /// <param name="dipoles">Name in the legend and dipole, each; at least one.</param>
    /// <returns>A figure with one panel. A scale that all have in common stands at the axis, different ones stand in the legend.</returns>
    /// <exception cref="ArgumentException">No dipole was given.</exception>
    /// <remarks>Scales may differ, since a model is scaled to the measurement it is compared with; hnn-core 0.6 refuses that. For trials of one simulation there is <see cref="DipoleTrials"/>.</remarks>
    public static Figure Dipoles(params ReadOnlySpan<(string Name, Dipole Dipole)> dipoles) => DipoleLayer(Dipole.Aggregate, dipoles);

    /// <summary>One layer of dipoles over time.</summary>
    /// <param name="layer">A layer that all of them have, for example <c>L5</c>.</param>
    /// <param name="dipoles">Name in the legend and dipole, each; at least one.</param>
    /// <returns>A figure with one panel. A scale that all have in common stands at the axis, different ones stand in the legend.</returns>
    /// <exception cref="ArgumentException">No dipole was given.</exception>
    /// <exception cref="KeyNotFoundException">A dipole lacks the layer.</exception>
    public static Figure DipoleLayer(string layer, params ReadOnlySpan<(string Name, Dipole Dipole)> dipoles)
    {
        var (all, unit) = Named([.. dipoles]);
        var panel = new Panel
        {
            X = TimeAxis,
            Y = MomentAxis(layer, unit),
            Traces = [.. all.Select((each, index) => Line(each.Name, each.Dipole, layer, index))],
        };
        return new Figure { Panels = [panel] };
    }

    /// <summary>A dipole over time with the layers it is the sum of, as far as they are known.</summary>
    /// <param name="dipole">The dipole.</param>
    /// <returns>A figure with one panel.</returns>
    public static Figure DipoleLayers(Dipole dipole)
    {
        ArgumentNullException.ThrowIfNull(dipole);
        var panel = new Panel
        {
            X = TimeAxis,
            Y = MomentAxis(Dipole.Aggregate, Unit(dipole)),
            Traces = [.. dipole.Layers.Select((layer, index) => Line(LayerName(layer), dipole, layer, index))],
        };
        return new Figure { Panels = [panel] };
    }

    private static LineTrace Line(string name, Dipole dipole, string layer, int index) => Line(name, dipole.Times, dipole[layer], index);

    private static LineTrace Line(string name, ImmutableArray<double> x, ImmutableArray<double> y, int index) => new()
    {
        Name = name,
        Color = Palette.Series(index),
        Style = (LineStyle)(index % 3),
        Width = index % 3 == (int)LineStyle.Dotted ? DottedWidth : UsualWidth,
        X = x,
        Y = y,
    };
}
