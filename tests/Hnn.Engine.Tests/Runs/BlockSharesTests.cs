using FsCheck;
using FsCheck.Xunit;
using Hnn.Engine.Runs;

namespace Hnn.Engine.Tests.Runs;

public sealed class BlockSharesTests
{
    // 7 to part 0, 5 to part 1, 4 to part 1 (5 < 7), 3 to part 0 (7 < 9), 2 to part 1 (9 < 10).
    [Fact]
    public void The_most_expensive_block_goes_first_to_the_part_with_least_to_do() =>
        Assert.Equal([1, 0, 0, 1, 1], BlockShares.Deal([2, 3, 7, 4, 5], parts: 2));

    [Fact]
    public void Equal_blocks_go_to_the_parts_in_turn() =>
        Assert.Equal([0, 1, 2, 0, 1], BlockShares.Deal([6, 6, 6, 6, 6], parts: 3));

    [Fact]
    public void Parts_beyond_the_number_of_blocks_get_none() =>
        Assert.Equal([1, 0], BlockShares.Deal([1, 8], parts: 100));

    [Property(MaxTest = 1_000)]
    public bool Every_block_has_one_part_and_the_parts_costs_differ_by_at_most_the_largest_block(NonEmptyArray<PositiveInt> drawn, byte more)
    {
        var costs = drawn.Get.Select(cost => (long)cost.Get).ToArray();
        var parts = 1 + more;

        var partOf = BlockShares.Deal(costs, parts);

        var loads = new long[parts];
        foreach (var (part, cost) in partOf.Zip(costs))
            loads[part] += cost;
        return partOf.Length == costs.Length && loads.Sum() == costs.Sum() && loads.Max() - loads.Min() <= costs.Max();
    }
}
