using System.Globalization;
using Hnn.Core.Results;

namespace Hnn.Core.Verification;

/// <summary>Compares recorded spikes with simulated ones, whatever their order.</summary>
/// <param name="Comparison">How many spikes only one of the two has; none may.</param>
/// <param name="Recorded">Number of recorded spikes.</param>
/// <param name="Equal">How many of them were simulated too.</param>
internal sealed record SpikeComparison(Comparison Comparison, int Recorded, int Equal)
{
    private const double TimeTolerance = 1e-6;

    /// <summary>Compares the spikes of all trials: the same trial, gid and type, and times up to 1e-6 ms.</summary>
    public static SpikeComparison Of(RecordedTable table, CellResponse response)
    {
        var recorded = Recordings(table).ToLookup(spike => spike.Source, spike => spike.Time);
        var simulated = Simulations(response).ToLookup(spike => spike.Source, spike => spike.Time);
        var (equal, strangers) = (0, new List<(Source Source, double Time, bool WasRecorded)>());
        foreach (var source in recorded.Select(group => group.Key).Union(simulated.Select(group => group.Key)))
            equal += Merge(source, [.. recorded[source].Order()], [.. simulated[source].Order()], strangers);
        return new SpikeComparison(new Comparison("spikes", strangers.Count, 0, strangers.Count == 0 ? "" : Text(strangers.MinBy(stranger => stranger.Time))), table.RowCount, equal);
    }

    private static IEnumerable<(Source Source, double Time)> Recordings(RecordedTable table)
    {
        var (trials, gids, types, times) = (table.Integers("trial"), table.Integers("gid"), table.Texts("type"), table.Numbers("time"));
        for (var i = 0; i < times.Length; i++)
            yield return (new Source(trials[i], gids[i], types[i]), times[i]);
    }

    private static IEnumerable<(Source Source, double Time)> Simulations(CellResponse response)
    {
        foreach (var (trial, spikes) in response.Trials.Index())
        {
            for (var i = 0; i < spikes.Count; i++)
                yield return (new Source(trial, spikes.Gids[i], spikes.Types[i]), spikes.Times[i]);
        }
    }

    // One source's spikes in the order of time: either the two next ones agree, or the earlier of them stands alone.
    private static int Merge(Source source, double[] recorded, double[] simulated, List<(Source Source, double Time, bool WasRecorded)> strangers)
    {
        var (equal, r, s) = (0, 0, 0);
        while (r < recorded.Length || s < simulated.Length)
        {
            var (left, right) = (r < recorded.Length ? recorded[r] : double.PositiveInfinity, s < simulated.Length ? simulated[s] : double.PositiveInfinity);
            if (Math.Abs(left - right) <= TimeTolerance)
            {
                equal++;
                r++;
                s++;
            }
            else if (left < right)
            {
                strangers.Add((source, left, true));
                r++;
            }
            else
            {
                strangers.Add((source, right, false));
                s++;
            }
        }

        return equal;
    }

    private static string Text((Source Source, double Time, bool WasRecorded) spike) => string.Create(
        CultureInfo.InvariantCulture,
        $"trial {spike.Source.Trial}, gid {spike.Source.Gid} ({spike.Source.Type}) at {spike.Time:0.######} ms, only {(spike.WasRecorded ? "recorded" : "simulated")}");

    private sealed record Source(int Trial, int Gid, string Type);
}
