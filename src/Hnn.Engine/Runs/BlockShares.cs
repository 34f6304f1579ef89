namespace Hnn.Engine.Runs;

// BlockShares: deals the blocks of a run out to its parts, the most expensive first, each to the part that has least to do
// so far. Of equal blocks and of equal parts the first comes first, so that all parts find the same shares.
internal static class BlockShares
{
    /// <summary>The part of each block.</summary>
    /// <param name="costs">Cost of each block, in any unit.</param>
    /// <param name="parts">Number of parts, at least 1.</param>
    public static int[] Deal(IReadOnlyList<long> costs, int parts)
    {
        var partOf = new int[costs.Count];
        var loads = new PriorityQueue<int, (long Load, int Part)>(Enumerable.Range(0, parts).Select(part => (part, (0L, part))));
        foreach (var block in Enumerable.Range(0, costs.Count).OrderByDescending(block => costs[block]))
        {
            loads.TryDequeue(out var part, out var least);
            partOf[block] = part;
            loads.Enqueue(part, (least.Load + costs[block], part));
        }

        return partOf;
    }
}
