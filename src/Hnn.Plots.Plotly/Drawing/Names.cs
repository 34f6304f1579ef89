using Hnn.Plots.Traces;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>What Plotly calls strokes and marks.</summary>
internal static class Names
{
    public static string DashOf(LineStyle style) => style switch
    {
        LineStyle.Dashed => "dash",
        LineStyle.Dotted => "dot",
        _ => "solid",
    };

    /// <summary>Marks in a plane; open ones are stroked in the mark's own colour.</summary>
    public static string SymbolOf(Marker marker) => marker switch
    {
        Marker.Triangle => "triangle-up",
        Marker.Square => "square",
        Marker.Diamond => "diamond",
        Marker.Cross => "x-thin-open",
        Marker.Bar => "line-ns-open",
        _ => "circle",
    };

    /// <summary>Marks in space, which are fewer: there is no triangle and no stroke.</summary>
    public static string SymbolInSpace(Marker marker) => marker switch
    {
        Marker.Triangle => "diamond-open",
        Marker.Square => "square",
        Marker.Diamond => "diamond",
        Marker.Cross => "x",
        Marker.Bar => "cross",
        _ => "circle",
    };
}
