using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Drives;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>When the cells of a drive spike, in a network file.</summary>
internal static class DynamicsJson
{
    public static void Write(Utf8JsonWriter json, Drive drive)
    {
        switch (drive)
        {
            case EvokedDrive evoked:
                json.WriteFloat("mu", evoked.Mu);
                json.WriteFloat("sigma", evoked.Sigma);
                json.WriteNumber("numspikes", evoked.SpikeCount);
                break;
            case PoissonDrive poisson:
                json.WriteFloat("tstart", poisson.Start);
                json.WriteFloat("tstop", poisson.Stop);
                if (poisson.CellSpecific)
                    json.WriteMap("rate_constant", poisson.Rates, json.WriteFloat);
                else
                    json.WriteFloat("rate_constant", poisson.Rates.Values.First());
                break;
            case BurstyDrive bursty:
                json.WriteFloat("tstart", bursty.Start);
                json.WriteFloat("tstart_std", bursty.StartStd);
                json.WriteFloat("tstop", bursty.Stop);
                json.WriteFloat("burst_rate", bursty.BurstRate);
                json.WriteFloat("burst_std", bursty.BurstStd);
                json.WriteNumber("numspikes", bursty.SpikesPerBurst);
                json.WriteFloat("spike_isi", bursty.SpikeInterval);
                break;
            case SpikeTrainDrive train:
                json.WriteList("times", train.SpikeTimes.SelectMany(times => times), json.WriteFloat);
                json.WriteList("gids", train.SpikeTimes.SelectMany((times, cell) => Enumerable.Repeat(cell, times.Length)), json.WriteNumberValue);
                break;
            default:
                throw new NotSupportedException($"Network files do not know the drive {drive.GetType().Name}. Add it here.");
        }
    }

    /// <summary>Reads the kind and the times of a drive.</summary>
    /// <param name="name">Name of the drive.</param>
    /// <param name="entry">The drive's entry.</param>
    /// <param name="targets">Names of its target cell types.</param>
    /// <param name="cellCount">Number of its cells.</param>
    public static Drive Read(string name, JsonValue entry, ImmutableArray<string> targets, int cellCount)
    {
        var (kind, times) = (entry["type"], entry["dynamics"]);
        return kind.Text() switch
        {
            "evoked" or "gaussian" => new EvokedDrive
            {
                Name = name,
                Location = "",
                Mu = times["mu"].Number(),
                Sigma = times["sigma"].Number(),
                SpikeCount = times["numspikes"].Whole(),
            },
            "poisson" => new PoissonDrive
            {
                Name = name,
                Location = "",
                Start = times["tstart"].Number(),
                Stop = times.Optional("tstop")?.Number(),
                Rates = DriveJson.ByTarget(times["rate_constant"], targets),
            },
            "bursty" => new BurstyDrive
            {
                Name = name,
                Location = "",
                Start = times["tstart"].Number(),
                StartStd = times["tstart_std"].Number(),
                Stop = times.Optional("tstop")?.Number(),
                BurstRate = times["burst_rate"].Number(),
                BurstStd = times["burst_std"].Number(),
                SpikesPerBurst = times["numspikes"].Whole(),
                SpikeInterval = times["spike_isi"].Number(),
            },
            "spike_train" => new SpikeTrainDrive { Name = name, Location = "", SpikeTimes = SpikeTimes(times, cellCount) },
            _ => throw kind.Unlike("evoked, gaussian, poisson, bursty or spike_train"),
        };
    }

    private static ImmutableArray<ImmutableArray<double>> SpikeTimes(JsonValue dynamics, int cellCount)
    {
        var (times, gids) = (dynamics["times"].Numbers(), dynamics["gids"]);
        ImmutableArray<int> sources = [.. gids.Items().Select(gid => gid.Whole(0, cellCount - 1))];
        if (sources.Length != times.Length)
            throw gids.Unlike($"a list of {times.Length}, as many as 'times'");
        var bySource = sources.Zip(times).ToLookup(spike => spike.First, spike => spike.Second);
        return [.. Enumerable.Range(0, cellCount).Select(source => bySource[source].ToImmutableArray())];
    }
}
