using Hnn.Engine.Cells;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;
using Hnn.Plots;

namespace Hnn.Interactive.Formatters;

/// <summary>Cell templates: their shape and their sections.</summary>
internal sealed class CellFormatter(FigureDrawing drawing) : ReportFormatter<CellTemplate>(drawing)
{
    public override Report ReportOf(CellTemplate value) => new(
        $"Cell {value.Name}: {NumberText.Count(value.Sections.Length, "section")} of {NumberText.Short(value.Sections.Sum(section => section.Length))} µm in all",
        [.. PartsOf(value, Plots.Plots.Morphology(value))]);

    /// <summary>Shape and tables of a cell.</summary>
    public static IEnumerable<Part> PartsOf(CellTemplate cell, Figure shape)
    {
        yield return new Drawing(shape);
        yield return Table.Of(
            "Sections",
            cell.Sections,
            ("section", section => section.Name),
            ("grows from", section => cell.Joints.FirstOrDefault(joint => joint.Child == section.Name) is { } joint ? $"{joint.Parent}, end {NumberText.Whole(joint.ParentEnd)}" : ""),
            ("length (µm)", section => NumberText.Short(section.Length)),
            ("diameter (µm)", section => NumberText.Short(section.Diameter)),
            ("segments", section => NumberText.Whole(section.SegmentCount)),
            ("receptors", section => string.Join(", ", section.Receptors)));
        yield return new Fold("Membrane, synapses, locations", [Membrane(cell), Synapses(cell), Locations(cell)]);
    }

    private static Table Membrane(CellTemplate cell) => Table.Of(
        "Membrane",
        cell.Sections,
        ("section", section => section.Name),
        ("resistivity (Ω·cm)", section => NumberText.Short(section.AxialResistivity)),
        ("capacitance (µF/cm²)", section => NumberText.Short(section.Capacitance)),
        ("mechanisms", section => string.Join(", ", section.Mechanisms.Keys)));

    private static Table Synapses(CellTemplate cell) => Table.Of(
        "Synapses",
        cell.Synapses,
        ("receptor", synapse => synapse.Key),
        ("model", synapse => synapse.Value.MechanismName));

    private static Table Locations(CellTemplate cell) => Table.Of(
        "Locations",
        cell.Locations,
        ("location", location => location.Key),
        ("sections", location => string.Join(", ", location.Value)));
}
