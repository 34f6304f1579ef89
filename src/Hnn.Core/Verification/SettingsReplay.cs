using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hnn.Core.Cells;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;

namespace Hnn.Core.Verification;

/// <summary>Rebuilds the network of a recorded simulation from its settings: the model, then the operations in order.</summary>
/// <remarks>The format is described in the README of the recorded reference data.</remarks>
internal static class SettingsReplay
{
    /// <summary>Makes the network.</summary>
    /// <param name="settings">The object <c>settings</c> of a <c>settings.json</c> or <c>network.json</c>.</param>
    /// <param name="readParameters">Reads the parameter file of a name.</param>
    /// <exception cref="KeyNotFoundException">A key is missing.</exception>
    /// <exception cref="InvalidDataException">The settings name a model or an operation that is not known.</exception>
    /// <exception cref="ArgumentException">An operation does not fit the network.</exception>
    public static Network Network(JsonElement settings, Func<string, HnnParameters> readParameters)
    {
        var file = settings.Optional("params_file")?.GetString();
        var parameters = file is null ? ParameterSets.Default : readParameters(file);
        foreach (var change in settings.GetProperty("param_overrides").EnumerateObject())
            parameters = parameters.With(change.Name, change.Value.GetDouble());
        var mesh = settings.GetProperty("mesh_shape");
        var options = new NetworkOptions
        {
            Parameters = parameters,
            Mesh = (mesh[0].GetInt32(), mesh[1].GetInt32()),
            LegacyMode = settings.GetProperty("legacy_mode").GetBoolean(),
            DrivesFromParameters = settings.GetProperty("add_drives_from_params").GetBoolean(),
        };
        var net = settings.GetProperty("model").GetString() switch
        {
            "neymotin_2020" => Networks.Network.Neymotin2020(options),
            "jones_2009" => Networks.Network.Jones2009(options),
            "law_2021" => Networks.Network.Law2021(options),
            "calcium" => Networks.Network.Calcium(options),
            var other => throw new InvalidDataException($"There is no model '{other}'. Known are neymotin_2020, jones_2009, law_2021 and calcium. Name one of these."),
        };
        foreach (var operation in settings.GetProperty("operations").EnumerateArray())
            Apply(net, operation);
        return net;
    }

    /// <summary>Applies one operation.</summary>
    internal static void Apply(Network net, JsonElement op)
    {
        var name = op.Text("op");
        Action<Network, JsonElement> apply = name switch
        {
            "add_evoked_drive" or "add_poisson_drive" or "add_bursty_drive" or "add_spike_train_drive" => DriveReplay.Add,
            "add_tonic_bias" => AddTonicBias,
            "add_connection" => AddConnection,
            "clear_connectivity" => (network, _) => network.ClearLocalConnections(),
            "clear_drives" => (network, _) => network.ClearDrives(),
            "set_global_synaptic_gains" => (network, gains) =>
                network.SetGains(gains.OptionalNumber("e_e"), gains.OptionalNumber("e_i"), gains.OptionalNumber("i_e"), gains.OptionalNumber("i_i")),
            "set_cell_positions" => (network, places) =>
                network.SetCellPositions(places.OptionalNumber("inplane_distance"), places.OptionalNumber("layer_separation")),
            "add_electrode_array" => AddElectrodeArray,
            "set_connection_field" => SetConnectionField,
            "delete_connection" => (network, which) => network.RemoveConnection(network.Connections[which.Whole("index")]),
            "set_mechanism" => SetMechanism,
            "remove_mechanism" => (network, which) => network.RemoveMechanism(which.Text("cell_type"), which.Texts("sections"), which.Text("mechanism")),
            "set_synapse" => (network, change) =>
                network.SetSynapse(change.Text("cell_type"), change.Text("receptor"), change.Text("parameter"), change.Number("value")),
            "replace_synapse" => ReplaceSynapse,
            "modify_section" => ModifySection,
            _ => throw new InvalidDataException($"There is no operation '{name}'. The operations are listed in the README of the reference data. Name one of these."),
        };
        apply(net, op);
    }

    private static void AddTonicBias(Network net, JsonElement op) => net.AddTonicBias(
        op.Numbers("amplitude")!, op.Text("section"), op.Text("bias_name"), op.Number("t0"), op.OptionalNumber("tstop"));

    private static void AddConnection(Network net, JsonElement op) => net.Connect(
        GidsOf(op.GetProperty("src_gids")), GidsOf(op.GetProperty("target_gids")), op.Text("loc"), op.Text("receptor"),
        op.Number("weight"), op.Number("delay"), op.Number("lamtha"), op.OptionalNumber("threshold"), op.Number("gain"),
        op.GetProperty("allow_autapses").GetBoolean(), op.Number("probability"), op.Optional("conn_seed")?.GetInt32());

    private static Gids GidsOf(JsonElement gids) => gids.ValueKind switch
    {
        JsonValueKind.String => gids.GetString()!,
        JsonValueKind.Number => gids.GetInt32(),
        _ when gids.EnumerateArray().Any(each => each.ValueKind == JsonValueKind.Array) =>
            Gids.PerSource(gids.EnumerateArray().Select(list => list.EnumerateArray().Select(gid => gid.GetInt32()))),
        _ => Gids.Of(gids.EnumerateArray().Select(gid => gid.GetInt32())),
    };

    private static void AddElectrodeArray(Network net, JsonElement op)
    {
        var contacts = op.GetProperty("electrode_pos").EnumerateArray().Select(place => new Point3(place[0].GetDouble(), place[1].GetDouble(), place[2].GetDouble()));
        var method = op.Text("method") switch
        {
            "psa" => FieldMethod.PointSource,
            "lsa" => FieldMethod.LineSource,
            var other => throw new InvalidDataException($"There is no method '{other}'. Known are psa and lsa. Name one of these."),
        };
        net.AddElectrodeArray(op.Text("name"), contacts, op.Number("conductivity"), method, op.Number("min_distance"));
    }

    private static void SetConnectionField(Network net, JsonElement op)
    {
        var (connection, value) = (net.Connections[op.Whole("index")], op.Number("value"));
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
        var properties = op.GetProperty("properties");
        var values = properties.EnumerateObject().Where(property => property.Name != "mechname").Select(property => KeyValuePair.Create(property.Name, property.Value.GetDouble()));
        net.ReplaceSynapse(
            op.Text("cell_type"), op.Text("receptor"), SynapseLibrary.Create(properties.Optional("mechname")?.GetString() ?? "Exp2Syn", values));
    }

    private static void ModifySection(Network net, JsonElement op) => net.ModifySection(
        op.Text("cell_type"), op.Text("section"), op.OptionalNumber("L"), op.OptionalNumber("diam"), op.OptionalNumber("cm"),
        op.OptionalNumber("Ra"), op.OptionalNumber("v0"), freeze: true);
}
