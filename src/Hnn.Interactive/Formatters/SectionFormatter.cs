using System.Globalization;
using Hnn.Engine.Cells;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Sections of cells: geometry, membrane and what is in it.</summary>
internal sealed class SectionFormatter(FigureDrawing drawing) : ReportFormatter<Section>(drawing, hasPicture: false)
{
    public override Report ReportOf(Section value) => new(
        $"Section {value.Name}",
        Table.OfPairs(
            "",
            ("length", $"{NumberText.Short(value.Length)} µm"),
            ("diameter", $"{NumberText.Short(value.Diameter)} µm"),
            ("segments", NumberText.Whole(value.SegmentCount)),
            ("axial resistivity", $"{NumberText.Short(value.AxialResistivity)} Ω·cm"),
            ("capacitance", $"{NumberText.Short(value.Capacitance)} µF/cm²"),
            ("initial voltage", $"{NumberText.Short(value.InitialVoltage)} mV"),
            ("from", NameOf(value.EndPoints.Start)),
            ("to", NameOf(value.EndPoints.End)),
            ("receptors", string.Join(", ", value.Receptors))),
        Table.Of(
            "Mechanisms",
            value.Mechanisms,
            ("mechanism", mechanism => mechanism.Key),
            ("parameters that differ from its defaults", mechanism => string.Join(", ", mechanism.Value.Select(parameter => $"{parameter.Key} {NameOf(parameter.Value)}")))));

    /// <summary>A point as text.</summary>
    public static string NameOf(Point3 point) => string.Create(CultureInfo.InvariantCulture, $"({point.X:G5}, {point.Y:G5}, {point.Z:G5}) µm");

    private static string NameOf(DensityProfile density) => density switch
    {
        UniformDensity uniform => NumberText.Short(uniform.Value),
        LinearDensity linear => $"{NumberText.Short(linear.AtSoma)} at the soma to {NumberText.Short(linear.AtKink)} from {NumberText.Short(linear.Kink)} µm",
        ExponentialDensity growth => $"{NumberText.Short(growth.Base)} · ({NumberText.Short(growth.Slope)} · exp({NumberText.Short(growth.Rate)} · distance) + {NumberText.Short(growth.Offset)})",
        SegmentDensity segments => $"by segment: {string.Join(" ", segments.Values.Select(NumberText.Short))}",
        _ => density.ToString(),
    };
}
