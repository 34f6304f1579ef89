using System.Xml.Linq;
using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests.Pictures;

public class SvgPictureTests
{
    private static readonly LineTrace Line = new() { Name = "a <b>", Color = Color.FromHex("#0072B2"), X = [0, 10, 20, 30], Y = [-1, 1, double.NaN, 0] };
    private static readonly HistogramTrace Bars = new() { Name = "bars", Color = Color.FromHex("#009E73"), Edges = [0, 10, 20], Counts = [3, 0] };

    [Fact]
    public void A_picture_is_well_formed_and_shows_names_as_they_are_written()
    {
        var svg = XDocument.Parse(SvgPicture.ToSvg(FigureOf(Line)));

        Assert.Contains(svg.Descendants().Where(element => element.Name.LocalName == "text"), text => text.Value == "a <b>");
        Assert.Contains(svg.Descendants().Where(element => element.Name.LocalName == "text"), text => text.Value == "Time (ms)");
    }

    [Fact]
    public void A_line_is_interrupted_where_there_is_no_number()
    {
        var pieces = PathsOf(FigureOf(Line)).ToArray();

        // Two numbers, none, one: a line of two points, and a piece of one.
        Assert.Equal(["ML", "M"], pieces.Select(Letters));
    }

    [Fact]
    public void A_stepped_line_goes_along_before_it_goes_up()
    {
        var path = PathsOf(FigureOf(Line with { IsStepped = true, Y = [0, 1, 1, 0] })).Single();

        // Along and up, along, along and down; each point has its own stretch.
        Assert.Equal("MHVHHV", Letters(path));
    }

    [Fact]
    public void Points_are_circles_and_one_without_a_number_is_left_out()
    {
        var points = new PointTrace { Name = "points", Color = Line.Color, X = [0, 10, 20], Y = [1, double.NaN, 2] };

        var circles = XDocument.Parse(SvgPicture.ToSvg(FigureOf(points))).Descendants().Where(element => element.Name.LocalName == "circle").ToArray();

        Assert.Equal(2 + 1, circles.Length);
        Assert.True(Number(circles[0], "cy") > Number(circles[1], "cy"));
    }

    [Fact]
    public void A_long_name_has_room_in_the_legend()
    {
        var text = XDocument.Parse(SvgPicture.ToSvg(FigureOf(Line with { Name = "A name of forty letters, as they may come" }))).Descendants().Single(element => element.Value.StartsWith("A name", StringComparison.Ordinal) && element.Name.LocalName == "text");

        // Letters of 13 pixels are on average narrower than 7.5.
        Assert.EndsWith("come", text.Value, StringComparison.Ordinal);
        Assert.True(Number(text, "x") + (40 * 7.5) < 900);
    }

    [Fact]
    public void Bars_are_stacked()
    {
        var rectangles = XDocument.Parse(SvgPicture.ToSvg(FigureOf(Bars, Bars with { Name = "on top" }))).Descendants()
            .Where(element => element.Name.LocalName == "rect" && (string?)element.Attribute("width") is not ("900" or "26")).ToArray();

        Assert.Equal(2, rectangles.Length);
        Assert.Equal(Number(rectangles[0], "y"), Number(rectangles[1], "y") + Number(rectangles[1], "height"));
    }

    [Fact]
    public void Many_samples_make_a_small_picture()
    {
        var times = Enumerable.Range(0, 100_000).Select(sample => sample * 0.025);
        var line = Line with { X = [.. times], Y = [.. times.Select(time => Math.Sin(time / 100))] };

        Assert.InRange(SvgPicture.ToSvg(FigureOf(line)).Length, 1_000, 200_000);
    }

    [Theory, InlineData(0), InlineData(1e-12), InlineData(-5), InlineData(1e300), InlineData(double.NaN)]
    public void Any_constant_can_be_drawn(double value)
    {
        var svg = SvgPicture.ToSvg(FigureOf(Line with { Y = [value, value, value, value] }));

        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_without_traces_is_an_empty_frame() => Assert.NotNull(XDocument.Parse(SvgPicture.ToSvg(FigureOf())));

    private static Figure FigureOf(params Trace[] traces) => new() { Panels = [new Panel { X = new("Time", "ms"), Y = new("Dipole moment", "nAm"), Traces = [.. traces] }] };

    // What is cut off at the frame, that is the traces, stands in a picture of its own; axes and legend do not.
    private static IEnumerable<string> PathsOf(Figure figure) =>
        XDocument.Parse(SvgPicture.ToSvg(figure)).Root!.Elements().Where(element => element.Name.LocalName == "svg").Elements().Select(path => path.Attribute("d")!.Value);

    private static string Letters(string path) => string.Concat(path.Where(char.IsLetter));

    private static double Number(XElement element, string attribute) => (double)element.Attribute(attribute)!;
}
