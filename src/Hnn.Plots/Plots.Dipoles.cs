using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    /// <summary>Dipoles over time, for example a measured and a simulated one: the whole of each.</summary>
    /// <param name="dipoles">Name in the legend and dipole, each; at least one.</param>
    /// <returns>A figure with one panel.</returns>
    /// <exception cref="ArgumentException">No dipole was given.</exception>
    public static Figure Dipoles(params ReadOnlySpan<(string Name, Dipole Dipole)> dipoles) => DipoleLayer(Dipole.Aggregate, dipoles);

    /// <summary>One layer of dipoles over time.</summary>
    /// <param name="layer">A layer that all of them have, for example <c>L5</c>.</param>
    /// <param name="dipoles">Name in the legend and dipole, each; at least one.</param>
    /// <returns>A figure with one panel. A scale that all have in common stands at the axis, different ones stand in the legend.</returns>
    /// <exception cref="ArgumentException">No dipole was given.</exception>
    /// <exception cref="KeyNotFoundException">A dipole lacks the layer.</exception>
    public static Figure DipoleLayer(string layer, params ReadOnlySpan<(string Name, Dipole Dipole)> dipoles)
    {
        if (dipoles.IsEmpty)
            throw new ArgumentException("No dipole was given, so there is nothing to show. Pass at least one.", nameof(dipoles));

        var all = dipoles.ToArray();
        var common = all.All(each => each.Dipole.ScaleApplied == all[0].Dipole.ScaleApplied);
        var panel = new Panel
        {
            X = TimeAxis,
            Y = new Axis(layer == Dipole.Aggregate ? "Dipole moment" : $"Dipole moment {layer}", common ? $"nAm{Times(all[0].Dipole)}" : "nAm"),
            Traces = [.. all.Select((each, index) => Line(common ? each.Name : each.Name + Times(each.Dipole), each.Dipole, layer, index))],
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
            Y = new Axis("Dipole moment", $"nAm{Times(dipole)}"),
            Traces = [.. dipole.Layers.Select((layer, index) => Line(layer == Dipole.Aggregate ? "Whole" : layer, dipole, layer, index))],
        };
        return new Figure { Panels = [panel] };
    }

    private static LineTrace Line(string name, Dipole dipole, string layer, int index) => new()
    {
        Name = name,
        Color = Palette.Series(index),
        Style = (LineStyle)(index % 3),
        Width = index % 3 == (int)LineStyle.Dotted ? DottedWidth : UsualWidth,
        X = dipole.Times,
        Y = dipole[layer],
    };

    private static string Times(Dipole dipole) =>
        dipole.ScaleApplied == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" × {dipole.ScaleApplied}");
}
