using Hnn.Core.Networks;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Networks: the column, its cells, when its drives come, and in folds all else.</summary>
internal sealed class NetworkFormatter(FigureDrawing drawing) : ReportFormatter<Network>(drawing)
{
    public override Report ReportOf(Network value) => new(
        $"Network: {NumberText.Count(value.CellCount, "cell")}, {NumberText.Count(value.Connections.Count(connection => !connection.IsFromDrive), "group")} of connections, {NumberText.Count(value.Drives.Count, "drive")}",
        [
            CellTypes(value),
            new Drawing(Plots.Plots.Cells(value)),
            DrivesFormatter.TableOf("Drives", value.Drives),
            .. value.Drives.Count == 0 ? Enumerable.Empty<Part>() : [new Drawing(Plots.Plots.DriveTimes(value))],
            Biases(value),
            Electrodes(value),
            new Fold(
                "Connections, gains, settings",
                [ConnectionsFormatter.TableOf("Connections", value.Connections.Where(connection => !connection.IsFromDrive)), Gains(value.Gains), Settings(value)]),
        ]);

    private static Table CellTypes(Network net)
    {
        var ranges = net.GidRanges;
        return Table.Of(
            "Cells",
            net.CellTypes,
            ("cell type", type => type.Name),
            ("cells", type => NumberText.Whole(ranges[type.Name].Count)),
            ("gids", type => $"{NumberText.Whole(ranges[type.Name].Start)} to {NumberText.Whole(ranges[type.Name].Stop - 1)}"),
            ("layer", type => type.Layer),
            ("effect", type => CellTypeFormatter.Name(type.Polarity)),
            ("in the dipole", type => NumberText.YesNo(type.ContributesToDipole)));
    }

    private static Table Biases(Network net) => Table.Of(
        "Tonic biases",
        net.Biases,
        ("bias", bias => bias.Name),
        ("cell type", bias => bias.CellType),
        ("section", bias => bias.Section),
        ("current (nA)", bias => NumberText.Short(bias.Amplitude)),
        ("from (ms)", bias => NumberText.Exact(bias.Start)),
        ("to (ms)", bias => bias.Stop is { } stop ? NumberText.Exact(stop) : "end"));

    private static Table Electrodes(Network net) => Table.Of(
        "Electrode arrays", net.ElectrodeArrays, ("array", array => array.Name), ("contacts", array => NumberText.Whole(array.Contacts.Length)));

    private static Table Gains(SynapticGains gains) => Table.OfPairs(
        "Gains",
        ("excitatory → excitatory", NameOf(gains.EE)),
        ("excitatory → inhibitory", NameOf(gains.EI)),
        ("inhibitory → excitatory", NameOf(gains.IE)),
        ("inhibitory → inhibitory", NameOf(gains.II)));

    private static string NameOf(ClassGain? gain) => gain is { } given ? given.IsUniform ? NumberText.Short(given.First) : "of several values" : "";

    private static Table Settings(Network net) => Table.OfPairs(
        "Settings",
        ("mesh", $"{NumberText.Whole(net.Mesh.X)} × {NumberText.Whole(net.Mesh.Y)} pyramidal cells a layer"),
        ("in-plane distance", $"{NumberText.Exact(net.InPlaneDistance)} µm"),
        ("layer separation", $"{NumberText.Exact(net.LayerSeparation)} µm"),
        ("temperature", $"{NumberText.Exact(net.Celsius)} °C"),
        ("spike threshold", $"{NumberText.Exact(net.SpikeThreshold)} mV"));
}
