using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Drives;
using Hnn.Testing;

namespace Hnn.Core.Tests.Drives;

// The drives of drives/events.json.gz, rebuilt from what the file says of each: all that event times depend on.
internal static class RecordedDrives
{
    public static IEnumerable<JsonElement> Cases() => ReferenceData.Json("drives/events.json.gz").GetProperty("cases").EnumerateArray();

    public static Drive Read(string name, JsonElement recorded, ImmutableArray<ImmutableArray<double>> spikeTrains)
    {
        var values = recorded.GetProperty("dynamics");
        var types = recorded.GetProperty("target_types").AsStrings();
        Drive drive = recorded.GetProperty("type").GetString() switch
        {
            "evoked" or "gaussian" => new EvokedDrive
            {
                Name = name, Location = "", Mu = values.Number("mu"), Sigma = values.Number("sigma"), SpikeCount = (int)values.Number("numspikes"),
            },
            "poisson" => new PoissonDrive
            {
                Name = name, Location = "", Start = values.Number("tstart"), Stop = values.Number("tstop"), Rates = Rates(values.GetProperty("rate_constant"), types),
            },
            "bursty" => new BurstyDrive
            {
                Name = name, Location = "", Start = values.Number("tstart"), StartStd = values.Number("tstart_std"), Stop = values.Number("tstop"),
                BurstRate = values.Number("burst_rate"), BurstStd = values.Number("burst_std"),
                SpikesPerBurst = (int)values.Number("numspikes"), SpikeInterval = values.Number("spike_isi"),
            },
            _ => new SpikeTrainDrive { Name = name, Location = "", SpikeTimes = spikeTrains },
        };
        var gids = recorded.GetProperty("gid_range");
        return drive with
        {
            CellSpecific = recorded.GetProperty("cell_specific").GetBoolean(),
            CellCount = gids[1].GetInt32() - gids[0].GetInt32(),
            EventSeed = recorded.GetProperty("event_seed").GetInt32(),
            TargetTypes = [.. types],
        };
    }

    public static (string CellType, int Count)[] Targets(Drive drive, JsonElement settings)
    {
        var mesh = settings.GetProperty("mesh_shape")[0].GetInt32();
        var (pyramidal, basket) = mesh == 3 ? (9, 3) : (100, 35);
        return [.. drive.TargetTypes.Select(type => (type, type.EndsWith("basket", StringComparison.Ordinal) ? basket : pyramidal))];
    }

    private static ImmutableSortedDictionary<string, double> Rates(JsonElement rates, string[] types) =>
        rates.ValueKind == JsonValueKind.Object
            ? Drive.NoValues.AddRange(rates.EnumerateObject().Select(rate => KeyValuePair.Create(rate.Name, rate.Value.AsDouble())))
            : Drive.NoValues.AddRange(types.Select(type => KeyValuePair.Create(type, rates.AsDouble())));

    private static double Number(this JsonElement element, string name) => element.GetProperty(name).AsDouble();
}
