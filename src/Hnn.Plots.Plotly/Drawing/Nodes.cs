using System.Collections.Immutable;
using System.Globalization;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>Small steps in making objects of Plotly.NET.</summary>
internal static class Nodes
{
    /// <summary>Sets properties, named as in the reference of plotly.js, and returns the object; a null is left out.</summary>
    public static T With<T>(this T node, params ReadOnlySpan<(string Name, object? Value)> properties)
        where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in properties)
        {
            if (value is not null)
                node.SetProperty(name, value);
        }

        return node;
    }

    /// <summary>Gives an axis or a colour bar marks of its own, if there are any.</summary>
    public static T WithTicks<T>(this T axis, ImmutableArray<Tick> ticks)
        where T : DynamicObj.DynamicObj => ticks.IsEmpty
            ? axis
            : axis.With(("tickvals", ticks.Select(tick => tick.At).ToArray()), ("ticktext", ticks.Select(tick => Text(tick.Text)).ToArray()));

    /// <summary>Plotly counts axes, legends and scenes x, x2, x3, …</summary>
    /// <param name="index">Index, counted from 0.</param>
    public static string Suffix(int index) => index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A text as it is meant: Plotly reads tags in its texts.</summary>
    public static string Text(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
