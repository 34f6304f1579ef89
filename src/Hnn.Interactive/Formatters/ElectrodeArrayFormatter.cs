using Hnn.Engine.Models;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Electrode arrays: the medium and where the contacts are.</summary>
internal sealed class ElectrodeArrayFormatter(FigureDrawing drawing) : ReportFormatter<ElectrodeArray>(drawing, hasPicture: false)
{
    public override Report ReportOf(ElectrodeArray value) => new(
        $"Electrode array {value.Name}: {NumberText.Count(value.Contacts.Length, "contact")}",
        Facts(value),
        Table.Of(
            "Contacts",
            value.Contacts.Index(),
            ("contact", contact => NumberText.Whole(contact.Index)),
            ("x (µm)", contact => NumberText.Short(contact.Item.X)),
            ("y (µm)", contact => NumberText.Short(contact.Item.Y)),
            ("z (µm)", contact => NumberText.Short(contact.Item.Z))));

    /// <summary>Medium and method.</summary>
    public static Table Facts(ElectrodeArray array) => Table.OfPairs(
        "",
        ("conductivity", $"{NumberText.Short(array.Conductivity)} S/m"),
        ("currents", array.Method == FieldMethod.PointSource ? "point sources" : $"{array.Method}"),
        ("least distance", $"{NumberText.Short(array.MinDistance)} µm"));
}
