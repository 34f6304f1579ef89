using System.Collections.Immutable;
using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>A heat map with no more cells than can be seen; each stands for its neighbours with the number at its centre, as in static pictures.</summary>
internal static class Thinned
{
    private const int MostColumns = 500;
    private const int MostRows = 250;

    /// <summary>The map itself, if it has few cells. Rows that pick frames all stay.</summary>
    /// <param name="map">The map.</param>
    /// <param name="panel">Its panel: on a logarithmic axis cells meet at the geometric mean of their centres.</param>
    public static HeatmapTrace Of(HeatmapTrace map, Panel panel)
    {
        var (columns, rows) = (Chosen(map.X.Length, MostColumns), map.PicksFrame ? [.. Enumerable.Range(0, map.Y.Length)] : Chosen(map.Y.Length, MostRows));
        return columns.Length == map.X.Length && rows.Length == map.Y.Length
            ? map
            : map with { X = Centres(map.X, columns.Length, panel.X), Y = Centres(map.Y, rows.Length, panel.Y), Values = [.. rows.Select(row => columns.Select(column => map.Values[row][column]).ToImmutableArray())] };
    }

    private static int[] Chosen(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(cell => (int)((cell + 0.5) / most * count))];

    private static ImmutableArray<double> Centres(ImmutableArray<double> centres, int count, Axis axis)
    {
        if (count == centres.Length)
            return centres;
        var edges = PanelData.CellEdges(centres, axis);
        return [.. Enumerable.Range(0, count).Select(cell => axis.IsLogarithmic ? Math.Sqrt(Edge(cell) * Edge(cell + 1)) : (Edge(cell) + Edge(cell + 1)) / 2)];

        double Edge(int cell) => edges[(int)((long)cell * centres.Length / count)];
    }
}
