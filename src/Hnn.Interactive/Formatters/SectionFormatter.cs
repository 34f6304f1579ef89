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
            ("length", $"{Words.Short(value.Length)} µm"),
            ("diameter", $"{Words.Short(value.Diameter)} µm"),
            ("segments", Words.Whole(value.SegmentCount)),
            ("axial resistivity", $"{Words.Short(value.AxialResistivity)} Ω·cm"),
            ("capacitance", $"{Words.Short(value.Capacitance)} µF/cm²"),
            ("initial voltage", $"{Words.Short(value.InitialVoltage)} mV"),
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
        UniformDensity uniform => Words.Short(uniform.Value),
        LinearDensity linear => $"{Words.Short(linear.AtSoma)} at the soma to {Words.Short(linear.AtKink)} from {Words.Short(linear.Kink)} µm",
        ExponentialDensity growth => $"{Words.Short(growth.Base)} · ({Words.Short(growth.Slope)} · exp({Words.Short(growth.Rate)} · distance) + {Words.Short(growth.Offset)})",
        SegmentDensity segments => $"by segment: {string.Join(" ", segments.Values.Select(Words.Short))}",
        _ => density.ToString(),
    };
}
