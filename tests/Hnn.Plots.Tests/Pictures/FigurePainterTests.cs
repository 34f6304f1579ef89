using System.Collections.Immutable;
using FsCheck.Xunit;
using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests.Pictures;

public class FigurePainterTests
{
    private static readonly LineTrace Line = new() { Name = "line", Color = Palette.Series(1), X = [0, 10, 20], Y = [1, 2, 3] };

    public static TheoryData<string, bool> Pictures => [.. Samples.All.Keys.SelectMany(name => Enumerable.Range(0, 2).Select(theme => (name, theme == 1)))];

    [Theory, MemberData(nameof(Pictures))]
    public void Texts_lie_within_the_picture_and_touch_no_other(string name, bool isDark)
    {
        var texts = RecordingCanvas.Of(Samples.All[name], Themed(isDark)).Texts;

        var boxes = texts.Select(RecordingCanvas.BoxOf).ToArray();
        var height = Samples.All[name].Height * 320 + 30;
        Assert.All(boxes.Zip(texts), each => Assert.True(each.First is { Left: >= 0, Top: >= 0, Right: <= 900 } && each.First.Bottom <= height, each.Second.Text));
        for (var one = 0; one < boxes.Length; one++)
        {
            for (var other = 0; other < one; other++)
                Assert.False(Touch(boxes[one], boxes[other]), $"{texts[one].Text} and {texts[other].Text}");
        }
    }

    [Theory, MemberData(nameof(Pictures))]
    public void Texts_can_be_read_and_lines_seen_on_their_ground(string name, bool isDark)
    {
        var canvas = RecordingCanvas.Of(Samples.All[name], Themed(isDark));

        var theme = Themed(isDark).Theme;
        Assert.All(canvas.Texts.Where(text => !IsInCell(text, canvas)), text => Assert.True(text.Style.Color.ContrastTo(theme.Background) >= 4.5, text.Text));
        Assert.All(canvas.Texts.Where(text => IsInCell(text, canvas)), text => Assert.True(text.Style.Color.ContrastTo(CellsUnder(text, canvas).Last().Color) >= 4.5, text.Text));
        if (isDark)
            Assert.All(DrawnLines(canvas, theme), pen => Assert.True(pen.Color.ContrastTo(theme.Background) >= 3));
    }

    [Property(MaxTest = 100)]
    public void Any_numbers_can_be_drawn(double[] numbers, bool isLogarithmic, bool isReversed)
    {
        ImmutableArray<double> values = [.. numbers];
        var axis = new Axis("Quantity") { IsLogarithmic = isLogarithmic, Min = isReversed ? 10 : null, Max = isReversed ? 1 : null };
        var plane = new Panel { X = axis, Y = axis, Right = axis, Traces = [.. PlaneTraces(values)] };
        var space = new Panel { X = new("x"), Y = new("y"), Z = new("z"), Traces = [new LineTrace { Name = "l", Color = Line.Color, X = values, Y = values, Z = values }] };

        var canvas = RecordingCanvas.Of(Figure.Columns(Samples.FigureOf(plane), Samples.FigureOf(space)));

        Assert.All(canvas.Numbers, number => Assert.InRange(number, -2e6, 2e6));
        Assert.DoesNotContain(canvas.Texts, text => text.Text.Contains("NaN", StringComparison.Ordinal) || text.Text.Contains('∞', StringComparison.Ordinal));
    }

    [Fact]
    public void Axes_without_a_label_leave_their_room_to_the_picture()
    {
        var labelled = new Panel { X = new("x"), Y = new("y"), Z = new("z"), Traces = [Line with { Z = [0, 1, 2], IsInLegend = false }] };
        var bare = labelled with { X = new(""), Y = new(""), Z = new("") };

        Assert.Empty(RecordingCanvas.Of(Samples.FigureOf(bare)).Texts);
        Assert.True(WidthOf(bare) > WidthOf(labelled));

        static double WidthOf(Panel panel)
        {
            var across = RecordingCanvas.Of(Samples.FigureOf(panel)).Lines.SelectMany(line => line.Spots).Select(spot => spot.X).ToArray();
            return across.Max() - across.Min();
        }
    }

    [Fact]
    public void Points_in_space_that_hardly_differ_have_a_place()
    {
        ImmutableArray<double> values = [0, double.Epsilon];
        var space = new Panel { X = new("x"), Y = new("y"), Z = new("z"), Traces = [Line with { X = values, Y = values, Z = values }] };

        Assert.All(RecordingCanvas.Of(Samples.FigureOf(space)).Numbers, number => Assert.True(double.IsFinite(number)));
    }

    [Fact]
    public void On_a_logarithmic_axis_tenfold_is_the_same_way_everywhere()
    {
        var panel = PanelOf(Line with { X = [1, 10, 100], Y = [1, 10, 100] }) with { X = new("x") { IsLogarithmic = true }, Y = new("y") { IsLogarithmic = true } };

        var spots = LineOf(panel);

        Assert.Equal(spots[1].X - spots[0].X, spots[2].X - spots[1].X, 0.26);
        Assert.Equal(spots[1].Y - spots[0].Y, spots[2].Y - spots[1].Y, 0.26);
    }

    [Fact]
    public void Zero_has_a_line_among_numbers_but_not_among_names()
    {
        var numbers = PanelOf(Line) with { Y = new("Moment", "nAm") { Min = -1, Max = 3 } };
        var names = numbers with { Y = numbers.Y with { Ticks = [new(0, "mu"), new(1, "sigma")] } };

        Assert.Single(ZeroLines(numbers));
        Assert.Empty(ZeroLines(names));

        static IEnumerable<Pen> ZeroLines(Panel panel)
        {
            var canvas = RecordingCanvas.Of(Samples.FigureOf(panel));
            var zero = new Brush(canvas, Theme.Light, 0).ZeroPen;
            return canvas.Lines.Select(line => line.Pen).Where(pen => pen == zero);
        }
    }

    [Fact]
    public void A_band_leaves_out_points_of_which_one_end_is_missing()
    {
        var band = new BandTrace { Name = "band", Color = Line.Color, X = [0, 10, 20, 30], Lower = [0, double.NaN, 2, 3], Upper = [4, 5, 6, double.NaN] };

        var corners = RecordingCanvas.Of(Samples.FigureOf(PanelOf(Line) with { Traces = [band] })).Polygons.Single().Corners;

        // There and back through 0 and 20 ms.
        Assert.Equal(4, corners.Count);
        Assert.Equal((corners[0].X, corners[1].X), (corners[3].X, corners[2].X));
    }

    [Fact]
    public void A_reversed_axis_has_its_greatest_number_below()
    {
        var panel = PanelOf(Line) with { Y = new("Depth", "µm") { Min = 4, Max = 0 } };

        var spots = LineOf(panel);

        Assert.True(spots[0].Y < spots[1].Y && spots[1].Y < spots[2].Y);
    }

    [Fact]
    public void Panels_that_share_X_have_the_same_place_for_the_same_number_and_one_row_of_numbers()
    {
        var (one, other) = (Samples.FigureOf(PanelOf(Line)), Samples.FigureOf(PanelOf(Line with { X = [10, 20, 40] })));

        var canvas = RecordingCanvas.Of(Figure.Rows(one, other).WithSharedX());

        var lines = canvas.Lines.Where(line => line.Pen.Color == Line.Color && line.Spots.Count == 3).ToArray();
        Assert.Equal(lines[0].Spots[1].X, lines[1].Spots[0].X);
        Assert.Single(canvas.Texts, text => text.Text == "Time (ms)");
    }

    [Fact]
    public void Panels_that_share_X_and_fix_different_ends_have_the_widest_range()
    {
        var (whole, part) = (PanelOf(Line) with { X = new("Time", "ms") { Min = 0, Max = 40 } }, PanelOf(Line with { X = [10, 20, 30] }) with { X = new("Time", "ms") { Min = 10 } });

        var canvas = RecordingCanvas.Of(Figure.Rows(Samples.FigureOf(whole), Samples.FigureOf(part)).WithSharedX());

        var lines = canvas.Lines.Where(line => line.Pen.Color == Line.Color && line.Spots.Count == 3).ToArray();
        Assert.Equal(lines[0].Spots[1].X, lines[1].Spots[0].X);
    }

    [Fact]
    public void Only_panels_whose_X_measures_the_same_share_it_and_each_group_has_its_numbers_below()
    {
        var (time, frequency) = (PanelOf(Line), PanelOf(Line with { X = [0, 500, 1000] }) with { X = new("Frequency", "Hz") });

        var canvas = RecordingCanvas.Of(Figure.Rows(Samples.FigureOf(time), Samples.FigureOf(frequency), Samples.FigureOf(time)).WithSharedX());

        // The frequencies' middle is in the middle of the frame, as in a figure of their own.
        var lines = canvas.Lines.Where(line => line.Pen.Color == Line.Color && line.Spots.Count == 3).ToArray();
        Assert.Equal((lines[1].Spots[0].X + lines[1].Spots[2].X) / 2, lines[1].Spots[1].X, 0.25);
        Assert.Equal((lines[0].Spots[2].X, lines[0].Spots[2].X), (lines[1].Spots[2].X, lines[2].Spots[2].X));
        Assert.Equal(["Frequency (Hz)", "Time (ms)"], canvas.Texts.Select(text => text.Text).Where(text => text is "Frequency (Hz)" or "Time (ms)"));
    }

    [Fact]
    public void A_trace_of_the_right_axis_does_not_change_the_left_one()
    {
        var panel = PanelOf(Line) with { Right = new("Voltage", "mV") };
        var both = panel with { Traces = [Line, Line with { Name = "right", Color = Palette.Series(2), Y = [-1000, 0, 1000], UsesRightAxis = true }] };

        Assert.Equal(LineOf(panel).Select(spot => spot.Y), LineOf(both).Select(spot => spot.Y));
    }

    [Fact]
    public void Bars_that_hang_begin_where_those_that_stand_do_and_their_numbers_have_no_sign()
    {
        var canvas = RecordingCanvas.Of(Samples.Bars);

        var standing = canvas.Rectangles.First(bar => bar.Color == Color.FromHex("#009E73"));
        var hanging = canvas.Rectangles.First(bar => bar.Color == Color.FromHex("#332288"));
        Assert.Equal(standing.TopLeft.Y + standing.Height, hanging.TopLeft.Y);
        Assert.DoesNotContain(canvas.Texts, text => text.Text == "−5" && text.Style.Anchor == TextAnchor.End);
    }

    [Fact]
    public void A_frame_has_its_colours_and_says_which_it_is()
    {
        var (first, second) = (RecordingCanvas.Of(Samples.Cell), RecordingCanvas.Of(Samples.Cell, PictureOptions.Default with { Frame = 1 }));

        Assert.Contains(first.Texts, text => text.Text == "Time 0 ms");
        Assert.Contains(second.Texts, text => text.Text == "Time 12.5 ms");
        Assert.Equal(first.Lines.Select(line => line.Spots), second.Lines.Select(line => line.Spots));
        Assert.NotEqual(first.Lines.Select(line => line.Pen.Color), second.Lines.Select(line => line.Pen.Color));
    }

    [Fact]
    public void A_cell_without_a_number_is_empty() => Assert.Equal(7, RecordingCanvas.Of(Samples.Matrix).Rectangles.Skip(1).Count());

    [Fact]
    public void Many_cells_of_uneven_height_are_one_image_that_keeps_their_borders()
    {
        ImmutableArray<double> rows = [0, 90, 100];
        var map = new HeatmapTrace
        {
            Name = "map", Color = Line.Color, X = [.. Enumerable.Range(0, 800).Select(column => (double)column)], Y = rows,
            Values = [.. rows.Select(row => Enumerable.Repeat(row, 800).ToImmutableArray())], Scale = new(new("Row"), Colormap.Viridis, 0, 100),
        };

        var image = RecordingCanvas.Of(Samples.FigureOf(PanelOf(map))).Images[0];

        // The three rows reach from -45 over 45 and 95 to 105, so the middles of the image's thirds (-20, 30, 80) lie in the first and second.
        using var bitmap = image.Cells.ToBitmap();
        var expected = new[] { 90.0, 0, 0 }.Select(row => map.Scale.ColorOf(row)).Select(color => (color.Red, color.Green, color.Blue));
        Assert.Equal(expected, Enumerable.Range(0, 3).Select(row => bitmap.GetPixel(5, row)).Select(pixel => (pixel.Red, pixel.Green, pixel.Blue)));
    }

    [Fact]
    public void A_legend_that_is_too_long_says_how_many_are_left_out()
    {
        var panel = PanelOf([.. Enumerable.Range(0, 40).Select(trial => Line with { Name = $"trial {trial}" })]);

        var texts = RecordingCanvas.Of(Samples.FigureOf(panel)).Texts.Select(text => text.Text).ToArray();

        var shown = texts.Count(text => text.StartsWith("trial", StringComparison.Ordinal));
        Assert.InRange(shown, 8, 39);
        Assert.Contains($"and {40 - shown} more", texts);
    }

    [Fact]
    public void A_point_at_the_edge_is_drawn_and_one_outside_is_not()
    {
        var points = new PointTrace { Name = "points", Color = Line.Color, IsInLegend = false, X = [0, 10, 11], Y = [1, 1, 1] };

        var canvas = RecordingCanvas.Of(Samples.FigureOf(PanelOf(points) with { X = new("x") { Min = 0, Max = 10 } }));

        Assert.Equal(2, canvas.Marks.Count);
    }

    [Fact]
    public void What_cannot_be_drawn_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => RecordingCanvas.Of(new Figure { Panels = [] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordingCanvas.Of(Samples.Lines, PictureOptions.Default with { Width = 10 }));
        Assert.Throws<ArgumentException>(() => RecordingCanvas.Of(Samples.Cell, PictureOptions.Default with { Frame = 2 }));
    }

    private static PictureOptions Themed(bool isDark) => PictureOptions.Default with { Theme = isDark ? Theme.Dark : Theme.Light };

    private static Panel PanelOf(params Trace[] traces) => new() { X = new("Time", "ms"), Y = new("Moment", "nAm"), Traces = [.. traces] };

    private static IReadOnlyList<Spot> LineOf(Panel panel) => RecordingCanvas.Of(Samples.FigureOf(panel)).Lines.Single(line => line.Pen.Color == Line.Color && line.Spots.Count == 3).Spots;

    private static IEnumerable<Trace> PlaneTraces(ImmutableArray<double> values)
    {
        var sorted = values.Where(double.IsFinite).Order().Distinct().ToImmutableArray();
        yield return new LineTrace { Name = "line", Color = Line.Color, X = values, Y = values };
        yield return new PointTrace { Name = "points", Color = Line.Color, X = values, Y = values, UsesRightAxis = true };
        yield return new BandTrace { Name = "band", Color = Line.Color, X = values, Lower = values, Upper = values };
        yield return new TextTrace { Name = "text", Color = Line.Color, X = values, Y = values, Texts = [.. values.Select(_ => "text")] };
        yield return new HistogramTrace { Name = "bars", Color = Line.Color, Edges = sorted, Counts = [.. sorted.Skip(1).Select(Math.Abs)] };
        yield return new HeatmapTrace { Name = "map", Color = Line.Color, X = sorted, Y = sorted, Values = [.. sorted.Select(_ => sorted)], Scale = new(new("s"), Colormap.Viridis, 0, 1) };
    }

    private static IEnumerable<Pen> DrawnLines(RecordingCanvas canvas, Theme theme)
    {
        // The grid is no more than a help. A line whose colours show numbers has an edge, drawn just before it.
        var pens = canvas.Lines.Select(line => line.Pen).Where(pen => pen.Color != theme.Grid).ToArray();
        return pens.Where((pen, index) => index == 0 || pens[index - 1].Width != pen.Width + 1.5);
    }

    private static bool Touch((double Left, double Top, double Right, double Bottom) one, (double Left, double Top, double Right, double Bottom) other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    private static bool IsInCell((string Text, Spot At, TextStyle Style) text, RecordingCanvas canvas) => CellsUnder(text, canvas).Any();

    private static IEnumerable<(Spot TopLeft, double Width, double Height, Color Color)> CellsUnder((string Text, Spot At, TextStyle Style) text, RecordingCanvas canvas) =>
        canvas.Rectangles.Skip(1).Where(cell => text.At.X > cell.TopLeft.X && text.At.X < cell.TopLeft.X + cell.Width && text.At.Y > cell.TopLeft.Y && text.At.Y < cell.TopLeft.Y + cell.Height);
}
