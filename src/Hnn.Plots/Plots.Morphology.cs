using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    // A picture of usual size shows a cell 550 pixels high, in which 100 units of this kind make its height.
    private const double PixelsPerUnit = 5.5;
    private const double LetterWidth = 1.2;

    // Lines are wider than to scale, so that thin sections differ.
    private const double Exaggeration = 1.5;
    private const double ThinnestLine = 1.5;
    private const double WidestLine = 40;

    private static readonly Color LabelColor = Color.FromHex("#555555");

    // Of a cell whose type is not known: no population has it.
    private static readonly Color TypelessColor = Color.FromHex("#737373");

    /// <summary>The shape of a cell: each section as a line, the wider its diameter, the wider the line.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="colors">Colours of sections by name. Default: for all that of the cell type of this name, or grey; sections that are not named have it, too.</param>
    /// <returns>A figure with one panel and a trace for each section. A flat cell, as those of the column are, is shown in its plane from the
    /// side, with the sections' names; others in space, with the names in the legend.</returns>
    /// <exception cref="KeyNotFoundException">A colour is for a section that the cell lacks.</exception>
    public static Figure Morphology(CellTemplate cell, IReadOnlyDictionary<string, Color>? colors = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return MorphologyOf(cell, colors, Palette.IsCellType(cell.Name) ? Palette.Population(cell.Name, [cell.Name]) : TypelessColor);
    }

    /// <summary>The shape of the cells of a type, in the colour that goes with the type's name; otherwise as <see cref="Morphology(CellTemplate, IReadOnlyDictionary{string, Color})"/>.</summary>
    /// <param name="type">The cell type.</param>
    /// <param name="colors">Colours of sections by name. Default: the type's colour for all.</param>
    /// <returns>A figure with one panel and a trace for each section.</returns>
    /// <exception cref="KeyNotFoundException">A colour is for a section that the type's cells lack.</exception>
    public static Figure Morphology(CellType type, IReadOnlyDictionary<string, Color>? colors = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        return MorphologyOf(type.Cell, colors, Palette.Population(type.Name, [type.Name]));
    }

    /// <summary>The shape of the cells of a type, in the type's colour; otherwise as <see cref="Morphology(CellTemplate, IReadOnlyDictionary{string, Color})"/>.</summary>
    /// <param name="net">The network.</param>
    /// <param name="cellType">Name of the cell type, for example <c>L5_pyramidal</c>.</param>
    /// <param name="colors">Colours of sections by name. Default: the type's colour for all.</param>
    /// <returns>A figure with one panel and a trace for each section.</returns>
    /// <exception cref="KeyNotFoundException">There is no such cell type, or a colour is for a section that its cells lack.</exception>
    public static Figure Morphology(Network net, string cellType, IReadOnlyDictionary<string, Color>? colors = null)
    {
        ArgumentNullException.ThrowIfNull(net);
        return MorphologyOf(net.CellTypes[cellType].Cell, colors, Palette.Population(cellType, net.GidRanges.Keys));
    }

    private static Figure MorphologyOf(CellTemplate cell, IReadOnlyDictionary<string, Color>? colors, Color otherwise)
    {
        foreach (var name in colors?.Keys ?? [])
            _ = cell[name];

        var ends = cell.Sections.SelectMany(section => new[] { section.EndPoints.Start, section.EndPoints.End }).ToArray();
        var isFlat = ends.All(end => end.Y == ends[0].Y);
        var unit = (ends.Max(end => end.Z) - ends.Min(end => end.Z)) / 100;
        var lines = cell.Sections.Select(section => SectionLine(section, isFlat, unit) with
        {
            Color = colors?.GetValueOrDefault(section.Name, otherwise) ?? otherwise,
            IsInLegend = !isFlat,
        });
        var panel = isFlat
            ? new Panel { X = XAxis with { Ticks = SideTicks(ends) }, Y = ZAxis, HasEqualScales = true, Traces = [.. lines, SectionNames(cell, unit)], Area = TallArea }
            : new Panel { X = XAxis, Y = YAxis, Z = ZAxis, HasEqualScales = true, Traces = [.. lines], Area = TallArea };
        return new Figure { Panels = [panel] };
    }

    private static LineTrace SectionLine(Section section, bool isFlat, double unit)
    {
        var (start, end) = section.EndPoints;
        return new LineTrace
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{section.Name}, {section.Length:0.#} µm long, {section.Diameter:0.#} µm wide"),
            Color = default,
            Width = LineWidth(section, unit),
            X = [start.X, end.X],
            Y = isFlat ? [start.Z, end.Z] : [start.Y, end.Y],
            Z = isFlat ? [] : [start.Z, end.Z],
        };
    }

    private static double LineWidth(Section section, double unit) =>
        Math.Clamp(Exaggeration * section.Diameter / unit * PixelsPerUnit, ThinnestLine, WidestLine);

    private static TextTrace SectionNames(CellTemplate cell, double unit)
    {
        var places = cell.Sections.Select(section => PlaceOfName(section, unit)).ToArray();
        return new TextTrace
        {
            Name = "Sections",
            Color = LabelColor,
            X = [.. places.Select(place => place.X)],
            Y = [.. places.Select(place => place.Z)],
            Texts = [.. cell.Sections.Select(section => section.Name)],
        };
    }

    // Where a section's name begins: right of an upright section's middle, above a level one's, below a slanting one's tip.
    private static Point3 PlaceOfName(Section section, double unit)
    {
        var (start, end) = section.EndPoints;
        var (width, middle) = (section.Name.Length * LetterWidth * unit, 0.5 * (start + end));
        return (end.X == start.X, end.Z == start.Z) switch
        {
            (true, _) => middle + new Point3(((LineWidth(section, unit) / 2 / PixelsPerUnit) + 1.5) * unit, 0, -0.5 * unit),
            (_, true) => new Point3(end.X > start.X ? start.X + (3 * unit) : start.X - (3 * unit) - width, 0, start.Z + unit),
            _ => end + new Point3(-width / 2, 0, end.Z < start.Z ? -3 * unit : unit),
        };
    }

    // The side view is narrow: 0 and one round number on each side are enough.
    private static ImmutableArray<Tick> SideTicks(Point3[] ends)
    {
        var farthest = ends.Max(end => Math.Abs(end.X));
        if (farthest == 0)
            return [new Tick(0, "0")];
        var power = Math.Pow(10, Math.Floor(Math.Log10(farthest)));
        var side = power * ((farthest / power) switch { < 2 => 1, < 5 => 2, _ => 5 });
        return [.. new[] { -side, 0, side }.Select(at => new Tick(at, at.ToString(CultureInfo.InvariantCulture).Replace('-', '−')))];
    }
}
