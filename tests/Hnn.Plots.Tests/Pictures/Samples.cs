using System.Collections.Immutable;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests.Pictures;

/// <summary>Small figures that together hold every kind of trace, axis and panel.</summary>
internal static class Samples
{
    private static readonly string[] Cells = ["L2_basket", "L2_pyramidal", "L5_basket", "L5_pyramidal"];
    private static readonly Axis Time = new("Time", "ms");
    private static readonly ImmutableArray<double> Times = [.. Enumerable.Range(0, 18).Select(step => step * 10.0)];

    public static Figure Lines { get; } = FigureOf(new Panel
    {
        Title = "Dipole",
        X = Time,
        Y = new("Dipole moment", "nAm × 3000"),
        Traces =
        [
            new BandTrace { Name = "5 to 95 %", Color = Palette.Series(1), Opacity = 0.25, X = Times, Lower = Wave(-15), Upper = Wave(15) },
            new LineTrace { Name = "measured", Color = Palette.Series(0), X = Times, Y = Wave(0) },
            new LineTrace { Name = "simulated", Color = Palette.Series(1), Style = LineStyle.Dashed, X = Times, Y = Wave(5) },
            new TextTrace { Name = "words", Color = Palette.Series(5), X = [50, 165], Y = [0, 10], Texts = ["P1", "the last peak"] },
        ],
    });

    public static Figure Raster { get; } = FigureOf(new Panel
    {
        X = Time with { Min = 0, Max = 170 },
        Y = new("") { Min = 0, Max = 4, Ticks = [.. Cells.Select((cell, row) => new Tick(row + 0.5, cell))] },
        Traces = [.. Cells.Select((cell, row) => new PointTrace { Name = cell, Color = Palette.Population(cell, Cells), Marker = Marker.Bar, X = [row * 20, 170], Y = [row + 0.3, row + 0.6] })],
    });

    public static Figure Bars { get; } = FigureOf(new Panel
    {
        X = Time,
        Y = new("Spikes", "count") { ShowsMagnitude = true },
        Right = new("Membrane voltage", "mV"),
        Traces =
        [
            new HistogramTrace { Name = "evprox1", Color = Color.FromHex("#009E73"), Edges = [0, 50, 100, 150], Counts = [3, 5, 0] },
            new HistogramTrace { Name = "evprox2", Color = Color.FromHex("#CC79A7"), Edges = [0, 50, 100, 150], Counts = [1, 0, 2] },
            new HistogramTrace { Name = "evdist1", Color = Color.FromHex("#332288"), Edges = [0, 50, 100, 150], Counts = [0, 4, 1], IsInverted = true },
            new LineTrace { Name = "soma", Color = Palette.Series(2), Style = LineStyle.Dotted, IsStepped = true, X = [0, 75, 150], Y = [-70, 20, -65], UsesRightAxis = true },
        ],
    });

    public static Figure Matrix { get; } = FigureOf(new Panel
    {
        Title = "Weights",
        X = new("To") { Ticks = [.. Cells.Select((cell, column) => new Tick(column, cell))] },
        Y = new("From") { Ticks = [new(0, Cells[0]), new(1, Cells[1])] },
        Traces =
        [
            new HeatmapTrace
            {
                Name = "weights", Color = Palette.Series(0), X = [0, 1, 2, 3], Y = [0, 1], ShowsNumbers = true,
                Values = [[0.01, -0.02, double.NaN, 0.000123], [-0.05, 0.05, 0, 0.0175]],
                Scale = new(new("Weight", "µS"), Colormap.BlueWhiteRed, -0.05, 0.05),
            },
        ],
    });

    public static Figure Spectrum { get; } = FigureOf(new Panel
    {
        X = new("Frequency", "Hz") { IsLogarithmic = true },
        Y = new("Power", "nAm²/Hz") { IsLogarithmic = true },
        Traces =
        [
            new LineTrace { Name = "power", Color = Palette.Series(1), X = [1, 10, 100], Y = [1e-6, 1e-7, 1e-10] },
            new PointTrace { Name = "peaks", Color = Palette.Series(2), Marker = Marker.Diamond, X = [10, 20, -1], Y = [1e-7, 1e-8, 1e-9] },
        ],
    });

    public static Figure Cell { get; } = FigureOf(new Panel
    {
        Title = "Cell",
        X = new("x", "µm"),
        Y = new("y", "µm"),
        Z = new("z", "µm"),
        HasEqualScales = true,
        Traces =
        [
            new LineTrace { Name = "trunk", Color = Palette.Series(1), Width = 4, X = [0, 0, 0], Y = [0, 0, 0], Z = [0, 500, 1500], Coloring = new(Voltage, [[-70, -60, -90], [-20, 40, 0]]) },
            new LineTrace { Name = "dendrite", Color = Palette.Series(1), X = [0, -200], Y = [0, 80], Z = [0, -150] },
            new PointTrace { Name = "soma", Color = Palette.Series(2), X = [0], Y = [0], Z = [0], Coloring = new(Voltage, [[-65], [30]]) },
        ],
    }) with { Frames = new() { Axis = Time, At = [0, 12.5] } };

    public static Figure Depths { get; } = FigureOf(new Panel
    {
        Title = "Current source density, far down",
        X = Time,
        Y = new("Depth", "µm") { Min = 2000, Max = 0 },
        Traces =
        [
            new HeatmapTrace
            {
                Name = "density", Color = Palette.Series(0), X = [.. Enumerable.Range(0, 170).Select(time => (double)time)], Y = [.. Enumerable.Range(0, 20).Select(row => row * 100.0)],
                Values = [.. Enumerable.Range(0, 20).Select(row => Enumerable.Range(0, 170).Select(time => Math.Sin((row / 3.0) + (time / 10.0)) * 4e-4).ToImmutableArray())],
                Scale = new(new("Current source density", "µV/µm²"), Colormap.Viridis, -4e-4, 4e-4),
            },
        ],
    });

    public static Figure Empty { get; } = FigureOf(new Panel { X = Time, Y = new("Dipole moment", "nAm"), Traces = [] });

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, Figure> All { get; } = new Dictionary<string, Figure>
    {
        ["lines"] = Lines, ["raster"] = Raster, ["bars"] = Bars, ["matrix"] = Matrix, ["spectrum"] = Spectrum, ["cell"] = Cell, ["depths"] = Depths, ["empty"] = Empty,
        ["grid"] = Figure.Rows(Figure.Columns(Lines, Matrix), Figure.Columns(Bars, Cell)),
        ["column"] = Figure.Rows(Bars, Lines, Raster).WithSharedX(),
        ["three columns"] = Figure.Rows(Figure.Columns(Lines, Raster, Spectrum), Figure.Columns(Depths, Bars, Empty)),
    };

    private static ColorScale Voltage => new(new("Membrane voltage", "mV"), Colormap.Inferno, -90, 40);

    public static Figure FigureOf(params Panel[] panels) => new() { Panels = [.. panels] };

    private static ImmutableArray<double> Wave(double offset) => [.. Times.Select(time => (40 * Math.Sin(time / 20)) + offset)];
}
