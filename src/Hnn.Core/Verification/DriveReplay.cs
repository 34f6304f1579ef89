using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Drives;
using Hnn.Core.Networks;

namespace Hnn.Core.Verification;

/// <summary>Adds the drives of recorded settings to a network.</summary>
internal static class DriveReplay
{
    public static void Add(Network net, JsonElement op)
    {
        var (name, location) = (op.Text("name"), op.Text("location"));
        var (ampa, nmda) = (op.Numbers("weights_ampa"), op.Numbers("weights_nmda"));
        var (delays, probability, space) = (Each(op, "synaptic_delays"), Each(op, "probability"), op.Number("space_constant"));
        var connectionSeed = op.Optional("conn_seed")?.GetInt32();
        if (op.Text("op") == "add_spike_train_drive")
        {
            net.AddSpikeTrainDrive(name, Trains(op.GetProperty("spike_data")), location, ampa, nmda, delays, space, probability, connectionSeed);
            return;
        }
        var cells = op.GetProperty("n_drive_cells");
        int? cellCount = cells.ValueKind == JsonValueKind.String ? null : cells.GetInt32();
        var cellSpecific = op.GetProperty("cell_specific").GetBoolean();
        var eventSeed = op.Whole("event_seed");
        switch (op.Text("op"))
        {
            case "add_evoked_drive":
                net.AddEvokedDrive(
                    name, op.Number("mu"), op.Number("sigma"), op.Whole("numspikes"), location, ampa, nmda,
                    delays, space, probability, cellCount, cellSpecific, eventSeed, connectionSeed);
                break;
            case "add_poisson_drive":
                net.AddPoissonDrive(
                    name, Each(op, "rate_constant")!, location, ampa, nmda, op.Number("tstart"), op.OptionalNumber("tstop"),
                    delays, space, probability, cellCount, cellSpecific, eventSeed, connectionSeed);
                break;
            default:
                net.AddBurstyDrive(
                    name, op.Number("burst_rate"), location, ampa, nmda, op.Number("tstart"), op.Number("tstart_std"), op.OptionalNumber("tstop"),
                    op.Number("burst_std"), op.Whole("numspikes"), op.Number("spike_isi"),
                    delays, space, probability, cellCount, cellSpecific, eventSeed, connectionSeed);
                break;
        }
    }

    private static ByCellType? Each(JsonElement op, string key) =>
        op.Optional(key) is not { } value ? null : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : ByCellType.Of(op.Numbers(key)!);

    // Sources by name, or pairs of time and gid whose gids are numbered anew in ascending order.
    private static IEnumerable<IEnumerable<double>> Trains(JsonElement data) => data.ValueKind == JsonValueKind.Object
        ? data.EnumerateObject().Select(source => source.Value.EnumerateArray().Select(time => time.GetDouble()))
        : SpikeTrains.FromSpikes(data.EnumerateArray().Select(pair => (pair[0].GetDouble(), pair[1].GetInt32())));
}
