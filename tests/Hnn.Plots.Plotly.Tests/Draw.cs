using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Plotly.Tests;

/// <summary>Small figures to be drawn.</summary>
internal static class Draw
{
    public static LineTrace Line(string name = "line") => new() { Name = name, Color = Color.FromHex("#0072B2"), X = [0, 1, 2], Y = [3, double.NaN, 5], Style = LineStyle.Dashed };

    public static HistogramTrace Histogram() => new() { Name = "bars", Color = Color.FromHex("#009E73"), Edges = [0, 10, 30], Counts = [4, 2] };

    public static Panel Panel(Trace trace, string title = "") => new() { Title = title, X = new("Time", "ms") { Min = 0, Max = 170 }, Y = new("Dipole moment", "nAm"), Traces = [trace] };

    public static Figure Figure(params Panel[] panels) => new() { Panels = [.. panels] };
}
