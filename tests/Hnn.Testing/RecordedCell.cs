using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Engine.Cells;
using Hnn.Engine.Synapses;

namespace Hnn.Testing;

/// <summary>A cell as the recorded reference data describe it: its template, and the whole description with what the reference computed.</summary>
/// <param name="Name">Name of its folder under <c>cells/</c>, for example <c>law_L5_pyramidal</c>.</param>
/// <param name="Template">The template, with the densities of every segment as recorded.</param>
/// <param name="ContributesToDipole">Whether the reference measures its dipole.</param>
/// <param name="Geometry">The recorded <c>geometry.json</c>.</param>
public sealed record RecordedCell(string Name, CellTemplate Template, bool ContributesToDipole, JsonElement Geometry)
{
    /// <summary>All cells that are recorded with geometry and synapses.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. NamesWithRuns, "law_L2_pyramidal"];

    /// <summary>The cells that are recorded with voltages and states, too.</summary>
    public static ImmutableArray<string> NamesWithRuns =>
        ["L2_basket", "L2_pyramidal", "L5_basket", "L5_pyramidal", "calcium_L5_pyramidal", "law_L5_pyramidal"];

    /// <summary>Reads a recorded cell.</summary>
    /// <param name="name">Name of its folder.</param>
    public static RecordedCell Load(string name)
    {
        var geometry = ReferenceData.Json($"cells/{name}/geometry.json");
        var sections = geometry.GetProperty("sections");
        var template = new CellTemplate
        {
            Name = geometry.GetProperty("template_name").GetString()!,
            Sections = [.. geometry.GetProperty("section_order").AsStrings().Select(section => Section(section, sections.GetProperty(section)))],
            Joints = Joints(geometry.GetProperty("cell_tree")),
            Synapses = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                geometry.GetProperty("synapses").EnumerateObject().Select(synapse => KeyValuePair.Create(synapse.Name, Synapse(synapse.Value)))),
            Locations = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                geometry.GetProperty("sect_loc").EnumerateObject().Select(place => KeyValuePair.Create(place.Name, place.Value.AsStrings().ToImmutableArray()))),
        };
        return new RecordedCell(name, template, geometry.GetProperty("metadata").GetProperty("measure_dipole").GetBoolean(), geometry);
    }

    /// <summary>Reads the parameters of a synapse; what is not given has the default of its model.</summary>
    /// <param name="properties">Parameters by the names the reference gives them, and <c>mechname</c>.</param>
    public static Synapse Synapse(JsonElement properties)
    {
        double Value(string name, double otherwise) => properties.TryGetProperty(name, out var value) ? value.AsDouble() : otherwise;
        var nmda = new NmdaGaoSynapse();
        return properties.GetProperty("mechname").GetString() switch
        {
            "Exp2Syn" => new Exp2Synapse(Value("e", 0), Value("tau1", 0.1), Value("tau2", 10)),
            "gabab_destexhe" => new GabaBDestexheSynapse(),
            "NMDA_gao" => nmda with
            {
                PulseDuration = Value("Cdur", nmda.PulseDuration),
                BindingRate = Value("Alpha", nmda.BindingRate),
                UnbindingRate = Value("Beta", nmda.UnbindingRate),
                ConductanceFactor = Value("gmax", nmda.ConductanceFactor),
                Reversal = Value("e", nmda.Reversal),
            },
            var other => throw new NotSupportedException($"No recorded cell is known to have the synapse '{other}'."),
        };
    }

    private static Section Section(string name, JsonElement recorded)
    {
        var ends = recorded.GetProperty("end_pts_template");
        return new Section
        {
            Name = name,
            Length = recorded.GetProperty("L").AsDouble(),
            Diameter = recorded.GetProperty("diam").AsDouble(),
            AxialResistivity = recorded.GetProperty("Ra").AsDouble(),
            Capacitance = recorded.GetProperty("cm").AsDouble(),
            InitialVoltage = recorded.GetProperty("v0").AsDouble(),
            EndPoints = (Point(ends[0]), Point(ends[1])),
            Receptors = [.. recorded.GetProperty("synapses").AsStrings()],
            Mechanisms = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                recorded.GetProperty("mechanism_template").EnumerateObject().Select(mechanism => KeyValuePair.Create(mechanism.Name, Parameters(mechanism)))),
        };
    }

    // "gbar_ca": 60 or, for a distance-dependent density, [[segment centres], [values]].
    private static ImmutableSortedDictionary<string, DensityProfile> Parameters(JsonProperty mechanism) => ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        mechanism.Value.EnumerateObject().Select(parameter => KeyValuePair.Create<string, DensityProfile>(
            parameter.Name[..^(mechanism.Name.Length + 1)],
            parameter.Value.ValueKind == JsonValueKind.Array
                ? new SegmentDensity([.. parameter.Value[1].AsDoubles()])
                : parameter.Value.AsDouble())));

    // A cell of one section is recorded without a tree.
    private static ImmutableArray<SectionJoint> Joints(JsonElement tree) =>
        tree.ValueKind == JsonValueKind.Null ? [] : [.. tree.EnumerateObject().SelectMany(JointsOf)];

    // "soma,0": ["soma,1", "basal_1,0"]; an entry for the section itself is its own cable.
    private static IEnumerable<SectionJoint> JointsOf(JsonProperty parent)
    {
        var (section, end) = SectionEnd(parent.Name);
        return parent.Value.AsStrings().Select(SectionEnd).Where(child => child.Section != section)
            .Select(child => new SectionJoint(section, end, child.Section));
    }

    private static (string Section, int End) SectionEnd(string text) => (text[..^2], text[^1] - '0');

    private static Point3 Point(JsonElement array) => array.AsDoubles() is [var x, var y, var z]
        ? new Point3(x, y, z)
        : throw new InvalidDataException("A point has three coordinates.");
}
