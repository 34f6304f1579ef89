using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Plotly.Tests;

/// <summary>Small figures to be drawn, and how they come out.</summary>
internal static class Draw
{
    /// <summary>From 0 to 100 mV, so that a shade is a tenth.</summary>
    public static ColorScale Voltage { get; } = new(new("Voltage", "mV"), Colormap.Inferno, 0, 100);

    public static LineTrace Line(string name = "line") => new() { Name = name, Color = Color.FromHex("#0072B2"), X = [0, 1, 2], Y = [3, double.NaN, 5], Style = LineStyle.Dashed };

    public static PointTrace Points() => new() { Name = "points", Color = Color.FromHex("#009E73"), X = [1, 2, 3], Y = [3, 4, 5], Size = 5 };

    public static HistogramTrace Histogram() => new() { Name = "bars", Color = Color.FromHex("#009E73"), Edges = [0, 10, 30], Counts = [4, 2] };

    public static HeatmapTrace Map() => new() { Name = "map", Color = Color.FromHex("#000000"), X = [0, 1], Y = [0, 1, 2], Values = [[0, 10.04], [20, double.NaN], [30, 40]], Scale = Voltage };

    public static Panel Panel(Trace trace, string title = "") => new() { Title = title, X = new("Time", "ms") { Min = 0, Max = 170 }, Y = new("Dipole moment", "nAm"), Traces = [trace] };

    public static Panel Space(params Trace[] traces) => new() { X = new("X", "µm"), Y = new("Y", "µm"), Z = new("Depth", "µm"), Traces = [.. traces], HasEqualScales = true };

    public static Figure Figure(params Panel[] panels) => new() { Panels = [.. panels] };

    /// <summary>Three frames of a line and a point in space.</summary>
    public static Figure Film()
    {
        var line = Line() with { Y = [0, 1, 2], Z = [0, 5, 10], Coloring = new(Voltage, [[1, 2, 3], [11, 12, 13], [21, 22, 23]]) };
        var points = Points() with { Z = [0, 0, 0], Coloring = new(Voltage, [[4, 5, 6], [14, 15, 16], [24, 25, 26]]) };
        return Figure(Space(line, points)) with { Frames = new() { Axis = new("Time", "ms"), At = [0, 2.5, 5], Shown = 1 } };
    }

    /// <summary>A heat map whose rows choose how the points beside it are coloured.</summary>
    public static Figure Choice()
    {
        var points = Points() with { Coloring = new(Voltage, [[1, 2, 3], [11, 12, 13], [21, 22, 23]]) };
        var frames = new FrameSeries { Axis = new("Source cell"), At = [0, 1, 2], IsPlayable = false, Captions = ["none <a>", "one", "two"] };
        return Hnn.Plots.Figure.Columns(Figure(Panel(Map() with { PicksFrame = true }, "Weights") with { X = new("Target"), Y = new("Source") }), Figure(Panel(points)) with { Frames = frames });
    }

    /// <summary>The chart's JSON.</summary>
    public static JsonElement Json(Figure figure, Theme? theme = null)
    {
        using var document = JsonDocument.Parse(PlotlyRenderer.ToJson(figure, theme));
        return document.RootElement.Clone();
    }

    /// <summary>The JSON of a trace alone in a panel.</summary>
    public static JsonElement Json(Trace trace) => Json(Figure(Panel(trace))).GetProperty("data")[0];

    /// <summary>A value in the depth of JSON, by the names on the way.</summary>
    public static JsonElement At(this JsonElement json, string path) =>
        path.Split('.').Aggregate(json, (at, name) => int.TryParse(name, out var index) ? at[index] : at.GetProperty(name));

    /// <summary>JSON as text, for comparison.</summary>
    public static string Raw(this JsonElement json, string path) => json.At(path).GetRawText();
}
