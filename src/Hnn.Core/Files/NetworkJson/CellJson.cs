using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Cells;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Engine.Cells;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>A cell type in a network file: its template under <c>cell_object</c>, all else under <c>cell_metadata</c>.</summary>
internal static class CellJson
{
    private const double UsualInitialVoltage = -65;
    private const string UsualSynapse = "Exp2Syn";
    private const string UsualDipoleAxis = "apical_trunk";

    private static readonly ImmutableArray<CellType> _standard = StandardCellTypes.Make(ParameterSets.Default);

    public static void Write(Utf8JsonWriter json, CellType type)
    {
        json.WriteStartObject(type.Name);
        json.WriteStartObject("cell_object");
        WriteTemplate(json, type.Cell);
        json.WriteEndObject();
        json.WriteStartObject("cell_metadata");
        json.WriteString("morpho_type", type.Morphology);
        json.WriteString("electro_type", type.Polarity == Polarity.Excitatory ? "excitatory" : "inhibitory");
        json.WriteString("layer", type.Layer);
        json.WriteBoolean("measure_dipole", type.ContributesToDipole);
        json.WriteString("reference", type.Reference);
        json.WriteString("color", type.Color);
        json.WriteString("marker", type.Marker);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads a cell type. Old files lack metadata and initial voltages; those of the column's cells are known by name.</summary>
    /// <param name="name">Name of the cell type.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="positions">Positions of its cells.</param>
    public static CellType Read(string name, JsonValue entry, ImmutableArray<Point3> positions)
    {
        var standard = _standard.FirstOrDefault(type => type.Name == name);
        var cell = entry.Optional("cell_object") ?? entry;
        var template = ReadTemplate(cell, standard?.Cell);
        var type = entry.Optional("cell_metadata") is { } metadata
            ? ReadMetadata(name, metadata, standard) with { Cell = template }
            : standard is not null ? standard with { Cell = template }
            : throw entry.Fault(
                $"The cell type '{name}' has no 'cell_metadata'.", $"Only {string.Join(", ", _standard.Select(each => each.Name))} are known without.",
                "Add the metadata: morpho_type, electro_type, layer and measure_dipole.");
        cell.Refuse(CellChecks.Of(type, positions));
        foreach (var (section, value) in cell["sections"].Members())
        {
            if (value.Optional("hnn")?.Optional("densities") is { } laws)
                template = DensityJson.WithLaws(template, template[section], laws);
        }
        return type with { Cell = template };
    }

    private static CellType ReadMetadata(string name, JsonValue metadata, CellType? standard)
    {
        var polarity = metadata["electro_type"];
        var known = new CellType
        {
            Name = name,
            Cell = _standard[0].Cell,
            Morphology = metadata["morpho_type"].Text(),
            Layer = metadata["layer"].Text(),
            ContributesToDipole = metadata["measure_dipole"].Flag(),
            Polarity = polarity.Text() switch
            {
                "excitatory" => Polarity.Excitatory,
                "inhibitory" => Polarity.Inhibitory,
                _ => throw polarity.Unlike("'excitatory' or 'inhibitory'"),
            },
        };
        var looks = standard ?? known;
        return known with
        {
            Reference = metadata.Optional("reference")?.Text() ?? looks.Reference,
            Color = metadata.Optional("color")?.Text() ?? looks.Color,
            Marker = metadata.Optional("marker")?.Text() ?? looks.Marker,
        };
    }

    private static void WriteTemplate(Utf8JsonWriter json, CellTemplate cell)
    {
        json.WriteString("name", cell.Name);
        json.WritePropertyName("pos");
        json.WritePoint(cell.Position);
        json.WriteStartObject("sections");
        foreach (var section in cell.Sections)
            SectionJson.Write(json, cell, section);
        json.WriteEndObject();
        json.WriteMap("synapses", cell.Synapses, synapse => WriteSynapse(json, synapse));
        TreeJson.Write(json, cell);
        json.WriteMap("sect_loc", cell.Locations, sections => json.WriteList(sections, json.WriteStringValue));
        json.WriteNull("gid");
        json.WriteEmptyList("dipole_pp");
        json.WriteEmptyObject("vsec");
        json.WriteEmptyObject("isec");
        json.WriteEmptyObject("ca");
        json.WriteEmptyList("tonic_biases");
        WriteLost(json, cell);
    }

    private static void WriteLost(Utf8JsonWriter json, CellTemplate cell)
    {
        var places = Order.Of(cell.Joints, TreeJson.Grouped(cell));
        if (places is null && cell.DipoleAxis == UsualDipoleAxis)
            return;
        json.WriteStartObject("hnn");
        json.WriteString("dipole_axis", cell.DipoleAxis);
        if (places is { } order)
            json.WriteList("joint_order", order, json.WriteNumberValue);
        json.WriteEndObject();
    }

    private static CellTemplate ReadTemplate(JsonValue cell, CellTemplate? standard) => new()
    {
        Name = cell["name"].Text(),
        DipoleAxis = cell.Optional("hnn")?.Optional("dipole_axis")?.Text() ?? UsualDipoleAxis,
        Position = cell["pos"].Point(),
        Sections = [.. cell["sections"].Members().Select(section => SectionJson.Read(section.Key, section.Value, InitialVoltage(standard, section.Key)))],
        Joints = Order.Restored(TreeJson.Read(cell["cell_tree"]), cell.Optional("hnn")?.Optional("joint_order")),
        Synapses = Sorted(cell["synapses"].Members().Select(synapse => KeyValuePair.Create(synapse.Key, ReadSynapse(synapse.Value)))),
        Locations = Sorted(cell["sect_loc"].Members().Select(location => KeyValuePair.Create(location.Key, location.Value.Texts()))),
    };

    private static double InitialVoltage(CellTemplate? standard, string section) =>
        standard?.Sections.FirstOrDefault(each => each.Name == section)?.InitialVoltage ?? UsualInitialVoltage;

    private static void WriteSynapse(Utf8JsonWriter json, Synapse synapse)
    {
        json.WriteStartObject();
        foreach (var (name, value) in SynapseLibrary.ParametersOf(synapse))
            json.WriteFloat(name, value);
        json.WriteString("mechname", synapse.MechanismName);
        json.WriteEndObject();
    }

    // The model's name was called type before it was called mechname.
    private static Synapse ReadSynapse(JsonValue synapse)
    {
        var model = synapse.Optional("mechname") ?? synapse.Optional("type");
        try
        {
            return SynapseLibrary.Create(
                model?.Text() ?? UsualSynapse,
                synapse.Members().Where(member => member.Key is not ("mechname" or "type"))
                    .Select(member => KeyValuePair.Create(member.Key, member.Value.Number())));
        }
        catch (ArgumentException cause)
        {
            throw synapse.Fault("The synapse is not one that is known.", cause.Message.Split(" (Parameter ")[0], "Correct its model or its parameters.");
        }
    }

    private static ImmutableSortedDictionary<string, T> Sorted<T>(IEnumerable<KeyValuePair<string, T>> items) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, items);
}
