using System.Collections.Immutable;

namespace Hnn.Plots;

/// <summary>What a picture shows: panels in a grid. Plain immutable data, drawn by whoever can.</summary>
public sealed record Figure
{
    /// <summary>The panels, each with its place in <see cref="Panel.Area"/>.</summary>
    public required ImmutableArray<Panel> Panels { get; init; }

    /// <summary>Whether panels below each other whose X measures the same, by quantity and unit, have one range of X, moved together. Default: false.</summary>
    public bool SharesX { get; init; }

    /// <summary>The states between which the figure changes, if it does. Default: none.</summary>
    public FrameSeries? Frames { get; init; }

    /// <summary>Width in cells of the grid.</summary>
    public double Width => Panels.Select(panel => panel.Area.Right).DefaultIfEmpty().Max();

    /// <summary>Height in cells of the grid.</summary>
    public double Height => Panels.Select(panel => panel.Area.Bottom).DefaultIfEmpty().Max();

    /// <summary>Puts figures below each other; all become as wide as the widest.</summary>
    /// <param name="figures">The figures, the topmost first.</param>
    /// <returns>One figure with all their panels.</returns>
    /// <exception cref="ArgumentException">More than one of them changes from frame to frame.</exception>
    public static Figure Rows(params ReadOnlySpan<Figure> figures)
    {
        var all = figures.ToArray();
        var width = all.Select(figure => figure.Width).DefaultIfEmpty().Max();
        var top = 0.0;
        return Join(all, (figure, panel) =>
        {
            var stretch = width / figure.Width;
            return panel.Area with { Left = panel.Area.Left * stretch, Width = panel.Area.Width * stretch, Top = panel.Area.Top + top };
        }, figure => top += figure.Height);
    }

    /// <summary>Puts figures beside each other; all become as high as the highest.</summary>
    /// <param name="figures">The figures, the leftmost first.</param>
    /// <returns>One figure with all their panels.</returns>
    /// <exception cref="ArgumentException">More than one of them changes from frame to frame.</exception>
    public static Figure Columns(params ReadOnlySpan<Figure> figures)
    {
        var all = figures.ToArray();
        var height = all.Select(figure => figure.Height).DefaultIfEmpty().Max();
        var left = 0.0;
        return Join(all, (figure, panel) =>
        {
            var stretch = height / figure.Height;
            return panel.Area with { Top = panel.Area.Top * stretch, Height = panel.Area.Height * stretch, Left = panel.Area.Left + left };
        }, figure => left += figure.Width);
    }

    /// <summary>The same figure with one range of X for panels below each other whose X measures the same.</summary>
    public Figure WithSharedX() => this with { SharesX = true };

    /// <summary>The same figure with a title: the heading of its panel at the upper left, in place of the one that this panel has. Other panels keep theirs.</summary>
    /// <param name="title">The title; empty for none.</param>
    /// <exception cref="InvalidOperationException">The figure has no panel.</exception>
    /// <example><c>Figure.Rows(before.PlotRaster().Titled("Before"), after.PlotRaster().Titled("After"))</c></example>
    public Figure Titled(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var first = Panels.MinBy(panel => (panel.Area.Top, panel.Area.Left))
            ?? throw new InvalidOperationException($"The figure has no panel that the title '{title}' could stand above. Give it a panel first.");
        return this with { Panels = Panels.Replace(first, first with { Title = title }) };
    }

    private static Figure Join(Figure[] figures, Func<Figure, Panel, Area> place, Action<Figure> advance)
    {
        var changing = figures.Where(figure => figure.Frames is not null).ToArray();
        if (changing.Length > 1)
            throw new ArgumentException($"{changing.Length} of the figures change from frame to frame, and one slider cannot serve them all. Show them one after the other.", nameof(figures));

        var panels = ImmutableArray.CreateBuilder<Panel>();
        foreach (var figure in figures)
        {
            panels.AddRange(figure.Panels.Select(panel => panel with { Area = place(figure, panel) }));
            advance(figure);
        }

        return new Figure { Panels = panels.ToImmutable(), SharesX = figures.Any(figure => figure.SharesX), Frames = changing.FirstOrDefault()?.Frames };
    }
}
