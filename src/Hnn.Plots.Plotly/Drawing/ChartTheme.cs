using Hnn.Plots.Colors;
using Plotly.NET;
using Node = DynamicObj.DynamicObj;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>Ground, ink and letters of a chart as a template of Plotly, so that whatever a user sets himself goes before them.</summary>
internal static class ChartTheme
{
    public const int LetterSize = 13;

    // Under the mouse, Plotly makes a button nearly white in any theme: this grey can be read on it, on white and on black.
    private const string ButtonInk = "#777C84";

    private const string Transparent = "rgba(0,0,0,0)";

    public static Template Of(Theme theme, ChartGrid grid) => new Template().With(("layout", new Node().With(
        ("font", new Node().With(("family", "system-ui, sans-serif"), ("size", LetterSize), ("color", theme.Ink.Hex))),
        ("paper_bgcolor", theme.Background.Hex),
        ("plot_bgcolor", Transparent),
        ("title", new Node().With(
            ("yref", "container"), ("y", 1), ("yanchor", "top"), ("x", 0), ("xanchor", "left"), ("pad", new Node().With(("l", 16), ("t", 10), ("b", grid.Top - 6))))),
        ("xaxis", Axis(theme)),
        ("yaxis", Axis(theme)),
        ("scene", new Node().With(("xaxis", SpaceAxis(theme)), ("yaxis", SpaceAxis(theme)), ("zaxis", SpaceAxis(theme)))),
        ("coloraxis", new Node().With(("colorbar", ColorBar()))),
        ("hoverlabel", new Node().With(("bgcolor", theme.Background.Hex), ("bordercolor", theme.Grid.Hex), ("font", new Node().With(("color", theme.Ink.Hex))))),
        ("sliderdefaults", Control(theme).With(("tickcolor", theme.Grid.Hex), ("bgcolor", theme.Grid.Hex), ("activebgcolor", theme.Ink.Hex))),
        ("updatemenudefaults", Control(theme).With(("bgcolor", theme.Background.Hex), ("font", new Node().With(("color", ButtonInk))))))));

    // Tick labels keep a distance from the frame by marks that go on with the lines of the grid.
    private static Node Axis(Theme theme) => new Node().With(
        ("gridcolor", theme.Grid.Hex), ("tickcolor", theme.Grid.Hex), ("ticks", "outside"), ("ticklen", 5), ("zeroline", false), ("exponentformat", "power"), ("title", Label(standoff: 10)));

    private static Node SpaceAxis(Theme theme) => new Node().With(
        ("gridcolor", theme.Grid.Hex), ("linecolor", theme.Grid.Hex), ("showline", true), ("mirror", true), ("zeroline", false), ("showbackground", false), ("showspikes", false),
        ("nticks", 4), ("exponentformat", "power"), ("tickfont", new Node().With(("size", LetterSize - 2))), ("title", Label()));

    private static Node ColorBar() => new Node().With(
        ("outlinewidth", 0), ("thickness", 14), ("xpad", 0), ("ypad", 0), ("exponentformat", "power"), ("title", Label().With(("side", "right"))));

    private static Node Label(int? standoff = null) => new Node().With(("font", new Node().With(("size", LetterSize))), ("standoff", standoff));

    private static Node Control(Theme theme) => new Node().With(("bordercolor", theme.Ink.MixedWith(theme.Background, 0.6).Hex), ("borderwidth", 1));
}
