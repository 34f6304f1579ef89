using System.Collections.Frozen;
using System.Text.Json;
using Hnn.Core.Cells;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;

namespace Hnn.Core.Verification;

/// <summary>Rebuilds the network of a recorded simulation from its settings: the model, then the operations in order. Arguments left out have the reference's defaults.</summary>
/// <remarks>The format is described in the README of the recorded reference data.</remarks>
internal static class SettingsReplay
{
    private static readonly FrozenDictionary<string, Action<Network, JsonElement>> _operations = new Dictionary<string, Action<Network, JsonElement>>
    {
        ["add_evoked_drive"] = DriveReplay.Evoked,
        ["add_poisson_drive"] = DriveReplay.Poisson,
        ["add_bursty_drive"] = DriveReplay.Bursty,
        ["add_spike_train_drive"] = DriveReplay.SpikeTrain,
        ["add_tonic_bias"] = AddTonicBias,
        ["add_connection"] = AddConnection,
        ["clear_connectivity"] = (net, _) => net.ClearLocalConnections(),
        ["clear_drives"] = (net, _) => net.ClearDrives(),
        ["set_global_synaptic_gains"] = (net, op) =>
            net.SetGains(op.OptionalNumber("e_e"), op.OptionalNumber("e_i"), op.OptionalNumber("i_e"), op.OptionalNumber("i_i")),
        ["set_cell_positions"] = (net, op) => net.SetCellPositions(op.OptionalNumber("inplane_distance"), op.OptionalNumber("layer_separation")),
        ["add_electrode_array"] = AddElectrodeArray,
        ["set_connection_field"] = SetConnectionField,
        ["delete_connection"] = (net, op) => net.RemoveConnection(ConnectionOf(net, op)),
        ["set_mechanism"] = SetMechanism,
        ["remove_mechanism"] = (net, op) => net.RemoveMechanism(op.Text("cell_type"), op.Texts("sections"), op.Text("mechanism")),
        ["set_synapse"] = (net, op) => net.SetSynapse(op.Text("cell_type"), op.Text("receptor"), op.Text("parameter"), op.Number("value")),
        ["replace_synapse"] = ReplaceSynapse,
        ["modify_section"] = ModifySection,
    }.ToFrozenDictionary();

    /// <summary>Names of the operations that settings may list.</summary>
    public static IEnumerable<string> Operations => _operations.Keys;

    /// <summary>Makes the network.</summary>
    /// <param name="settings">The object <c>settings</c> of a <c>settings.json</c> or <c>network.json</c>.</param>
    /// <param name="readParameters">Reads the parameter file of a name.</param>
    /// <exception cref="InvalidDataException">Something is missing or of the wrong kind, a model or operation is not known, or an operation does not fit the network.</exception>
    public static Network Network(JsonElement settings, Func<string, HnnParameters> readParameters)
    {
        var file = settings.Optional("params_file") is null ? null : settings.Text("params_file");
        var parameters = file is null ? ParameterSets.Default : readParameters(file);
        foreach (var (name, value) in settings.Numbers("param_overrides") ?? [])
            parameters = parameters.With(name, value);
        var mesh = settings.Items("mesh_shape").Select(side => side.AsWhole("mesh_shape")).ToArray();
        if (mesh.Length != 2)
            throw new InvalidDataException($"'mesh_shape' has {mesh.Length} numbers. It must have two. Correct it.");
        var options = new NetworkOptions
        {
            Parameters = parameters,
            Mesh = (mesh[0], mesh[1]),
            LegacyMode = settings.Flag("legacy_mode"),
            DrivesFromParameters = settings.Flag("add_drives_from_params"),
        };
        var net = settings.Text("model") switch
        {
            "neymotin_2020" => Networks.Network.Neymotin2020(options),
            "jones_2009" => Networks.Network.Jones2009(options),
            "law_2021" => Networks.Network.Law2021(options),
            "calcium" => Networks.Network.Calcium(options),
            var other => throw new InvalidDataException($"There is no model '{other}'. Known are neymotin_2020, jones_2009, law_2021 and calcium. Name one of these."),
        };
        foreach (var (index, operation) in settings.Items("operations").Index())
            Apply(net, operation, index);
        return net;
    }

    /// <summary>Applies one operation.</summary>
    /// <exception cref="InvalidDataException">It is not known, not complete, or does not fit the network; the message names it.</exception>
    internal static void Apply(Network net, JsonElement op, int index = 0)
    {
        var name = op.Text("op");
        if (!_operations.TryGetValue(name, out var apply))
            throw new InvalidDataException($"There is no operation '{name}'. Known are {string.Join(", ", _operations.Keys.Order())}. Name one of these.");
        try
        {
            apply(net, op);
        }
        catch (Exception cause) when (cause is ArgumentException or KeyNotFoundException or InvalidDataException or InvalidOperationException)
        {
            throw new InvalidDataException($"Operation {index} ({name}) cannot be replayed. {cause.Message}", cause);
        }
    }

    private static void AddTonicBias(Network net, JsonElement op) => net.AddTonicBias(
        op.Numbers("amplitude") ?? [], op.Text("section", "soma"), op.Text("bias_name", "tonic"), op.Number("t0", 0), op.OptionalNumber("tstop"));

    private static void AddConnection(Network net, JsonElement op) => net.Connect(
        GidsOf(op, "src_gids"), GidsOf(op, "target_gids"), op.Text("loc"), op.Text("receptor"),
        op.Number("weight"), op.Number("delay"), op.Number("lamtha"), op.OptionalNumber("threshold"), op.Number("gain", 1),
        op.Flag("allow_autapses", true), op.Number("probability", 1), op.OptionalWhole("conn_seed"));

    // A population by name, one gid, gids, or for each source gids of its own.
    private static Gids GidsOf(JsonElement op, string key)
    {
        var gids = op.Member(key);
        if (gids.ValueKind == JsonValueKind.String)
            return op.Text(key);
        if (gids.ValueKind == JsonValueKind.Number)
            return gids.AsWhole(key);
        return op.Items(key).Any(item => item.ValueKind == JsonValueKind.Array)
            ? Gids.PerSource(op.Items(key).Select(list => list.EnumerateArray().Select(gid => gid.AsWhole(key))))
            : Gids.Of(op.Items(key).Select(gid => gid.AsWhole(key)));
    }

    private static void AddElectrodeArray(Network net, JsonElement op)
    {
        var places = op.Items("electrode_pos").ToArray();
        // A single contact may be written without the list around it.
        var contacts = places.Length > 0 && places[0].ValueKind != JsonValueKind.Array ? [Point(op.Member("electrode_pos"))] : places.Select(Point);
        var method = op.Text("method", "psa") switch
        {
            "psa" => FieldMethod.PointSource,
            "lsa" => FieldMethod.LineSource,
            var other => throw new InvalidDataException($"There is no method '{other}'. Known are psa and lsa. Name one of these."),
        };
        net.AddElectrodeArray(op.Text("name"), contacts, op.Number("conductivity", 0.3), method, op.Number("min_distance", 0.5));
    }

    private static Point3 Point(JsonElement place)
    {
        var coordinates = place.EnumerateArray().Select(number => number.AsNumber("electrode_pos")).ToArray();
        return coordinates.Length == 3
            ? new Point3(coordinates[0], coordinates[1], coordinates[2])
            : throw new InvalidDataException($"'electrode_pos' has a contact of {coordinates.Length} numbers. It must have three: x, y and z. Correct it.");
    }

    private static Connection ConnectionOf(Network net, JsonElement op)
    {
        var index = op.Whole("index");
        return index >= 0 && index < net.Connections.Count
            ? net.Connections[index]
            : throw new InvalidDataException($"There is no connection {index}. There are {net.Connections.Count}, counted from 0. Give one of these.");
    }

    private static void SetConnectionField(Network net, JsonElement op)
    {
        var (connection, value) = (ConnectionOf(net, op), op.Number("value"));
        switch (op.Text("field"))
        {
            case "A_weight": connection.Weight = value; break;
            case "A_delay": connection.Delay = value; break;
            case "lamtha": connection.SpaceConstant = value; break;
            case "threshold": connection.Threshold = value; break;
            case "gain": connection.Gain = value; break;
            case var other: throw new InvalidDataException($"A connection has no field '{other}'. It has A_weight, A_delay, lamtha, threshold and gain. Name one of these.");
        }
    }

    private static void SetMechanism(Network net, JsonElement op)
    {
        // The recorded names carry the mechanism's, as in gnabar_hh2.
        var (mechanism, parameter) = (op.Text("mechanism"), op.Text("parameter"));
        var suffix = $"_{mechanism}";
        var bare = parameter.EndsWith(suffix, StringComparison.Ordinal) ? parameter[..^suffix.Length] : parameter;
        net.SetMechanism(op.Text("cell_type"), op.Texts("sections"), mechanism, bare, op.Number("value"));
    }

    private static void ReplaceSynapse(Network net, JsonElement op)
    {
        var properties = op.Member("properties");
        var values = op.Entries("properties").Where(property => property.Name != "mechname")
            .Select(property => KeyValuePair.Create(property.Name, property.Value.AsNumber(property.Name)));
        net.ReplaceSynapse(op.Text("cell_type"), op.Text("receptor"), SynapseLibrary.Create(properties.Text("mechname", "Exp2Syn"), values));
    }

    private static void ModifySection(Network net, JsonElement op) => net.ModifySection(
        op.Text("cell_type"), op.Text("section"), op.OptionalNumber("L"), op.OptionalNumber("diam"), op.OptionalNumber("cm"),
        op.OptionalNumber("Ra"), op.OptionalNumber("v0"), freeze: true);
}
