using System.Text.Json;
using Hnn.Core.Drives;
using Hnn.Core.Networks;

namespace Hnn.Core.Verification;

/// <summary>Adds the drives of recorded settings to a network. Arguments left out have the reference's defaults.</summary>
internal static class DriveReplay
{
    private const int DefaultEventSeed = 2;
    private const int DefaultConnectionSeed = 3;

    public static void Evoked(Network net, JsonElement op) => net.AddEvokedDrive(
        op.Text("name"), op.Number("mu"), op.Number("sigma"), op.Whole("numspikes"), op.Text("location"),
        op.Numbers("weights_ampa"), op.Numbers("weights_nmda"), Each(op, "synaptic_delays"), op.Number("space_constant", 3), Each(op, "probability"),
        CellCount(op, null), op.Flag("cell_specific", true), op.Whole("event_seed", DefaultEventSeed), ConnectionSeed(op));

    public static void Poisson(Network net, JsonElement op) => net.AddPoissonDrive(
        op.Text("name"), Each(op, "rate_constant") ?? throw new InvalidDataException("'rate_constant' is missing. A Poisson drive needs it. Add it."), op.Text("location"),
        op.Numbers("weights_ampa"), op.Numbers("weights_nmda"), op.Number("tstart", 0), op.OptionalNumber("tstop"),
        Each(op, "synaptic_delays"), op.Number("space_constant", 100), Each(op, "probability"),
        CellCount(op, null), op.Flag("cell_specific", true), op.Whole("event_seed", DefaultEventSeed), ConnectionSeed(op));

    public static void Bursty(Network net, JsonElement op) => net.AddBurstyDrive(
        op.Text("name"), op.Number("burst_rate"), op.Text("location"), op.Numbers("weights_ampa"), op.Numbers("weights_nmda"),
        op.Number("tstart", 0), op.Number("tstart_std", 0), op.OptionalNumber("tstop"),
        op.Number("burst_std", 0), op.Whole("numspikes", 2), op.Number("spike_isi", 10),
        Each(op, "synaptic_delays"), op.Number("space_constant", 100), Each(op, "probability"),
        CellCount(op, 1), op.Flag("cell_specific", false), op.Whole("event_seed", DefaultEventSeed), ConnectionSeed(op));

    public static void SpikeTrain(Network net, JsonElement op) => net.AddSpikeTrainDrive(
        op.Text("name"), Trains(op.Member("spike_data")), op.Text("location"), op.Numbers("weights_ampa"), op.Numbers("weights_nmda"),
        Each(op, "synaptic_delays"), op.Number("space_constant", 3), Each(op, "probability"), ConnectionSeed(op));

    // One number for all cell types, or one for each.
    private static ByCellType? Each(JsonElement op, string key) => op.Optional(key) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } => ByCellType.Of(op.Numbers(key)!),
        { } value => value.AsNumber(key),
    };

    // Null stands for one drive cell per target cell, which is written as a text.
    private static int? CellCount(JsonElement op, int? otherwise) => op.Optional("n_drive_cells") switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.String } => null,
        { } count => count.AsWhole("n_drive_cells"),
    };

    // Null is no seed, which differs from a seed left out.
    private static int? ConnectionSeed(JsonElement op) => op.TryGetProperty("conn_seed", out _) ? op.OptionalWhole("conn_seed") : DefaultConnectionSeed;

    // Sources by name, or pairs of time and gid whose gids are numbered anew in ascending order.
    private static IEnumerable<IEnumerable<double>> Trains(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Object => data.EnumerateObject().Select(source => source.Value.EnumerateArray().Select(time => time.AsNumber(source.Name))),
        JsonValueKind.Array => SpikeTrains.FromSpikes(data.EnumerateArray().Select(pair => (pair[0].AsNumber("spike_data"), pair[1].AsWhole("spike_data")))),
        _ => throw new InvalidDataException("'spike_data' is neither an object nor a list. It must hold times by source, or pairs of time and gid. Correct it."),
    };
}
