using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Hnn.Core.Networks;

namespace Hnn.Core.Results;

/// <summary>Finds the type of a gid.</summary>
internal static class GidTypes
{
    /// <summary>A copy of the ranges in their order, if they do not overlap.</summary>
    /// <exception cref="ArgumentException">Two of them share a gid.</exception>
    public static IReadOnlyDictionary<string, GidRange> Checked(IReadOnlyDictionary<string, GidRange> ranges)
    {
        var ordered = ranges.Where(range => range.Value.Count > 0).OrderBy(range => range.Value.Start).ToArray();
        foreach (var (before, after) in ordered.Zip(ordered.Skip(1)))
        {
            if (after.Value.Start < before.Value.Stop)
                throw new ArgumentException($"The gids of '{before.Key}' and '{after.Key}' overlap. Pass ranges without a common gid.", nameof(ranges));
        }

        return new ReadOnlyDictionary<string, GidRange>(new OrderedDictionary<string, GidRange>(ranges, StringComparer.Ordinal));
    }

    /// <summary>The table with a type for each spike; types it has already are kept, a gid in no range stays without.</summary>
    /// <exception cref="ArgumentException">A spike's type is known, but its gid is not among that type's.</exception>
    public static SpikeTable Completed(SpikeTable spikes, IReadOnlyDictionary<string, GidRange> ranges)
    {
        if (ranges.Count == 0)
            return spikes;
        var types = spikes.Types.ToBuilder();
        for (var spike = 0; spike < types.Count; spike++)
        {
            var gid = spikes.Gids[spike];
            if (types[spike].Length == 0)
                types[spike] = Find(gid, ranges) ?? "";
            else if (ranges.TryGetValue(types[spike], out var range) && !range.Contains(gid))
                throw new ArgumentException($"The spike at {spikes.Times[spike]} ms is of type '{types[spike]}', but its gid {gid} is not among {range.Start} to {range.Stop - 1}. Pass the gid ranges of the network the spikes come from.", nameof(spikes));
        }

        return new SpikeTable(spikes.Times, spikes.Gids, types.DrainToImmutable());
    }

    private static string? Find(int gid, IReadOnlyDictionary<string, GidRange> ranges) =>
        ranges.FirstOrDefault(range => range.Value.Contains(gid)).Key;
}
