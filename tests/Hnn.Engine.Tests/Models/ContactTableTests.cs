using System.Collections.Immutable;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;

namespace Hnn.Engine.Tests.Models;

public sealed class ContactTableTests
{
    private const double StopTime = 10;

    [Fact]
    public void Contacts_without_weight_or_beyond_the_end_are_left_out()
    {
        var table = Compile(Pair(0, 1, weight: 0), Pair(0, 1, delay: 10), Pair(0, 1, delay: 10.01), Pair(0, 1, delay: double.PositiveInfinity));

        Assert.Equal([10.0], Delays(table, 0));
        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void Contacts_of_a_source_keep_the_order_of_their_creation()
    {
        var table = Compile(Pair(1, 0, delay: 5), Pair(0, 1, delay: 4), Pair(1, 2, delay: 3), Pair(3, 0, delay: 2), Pair(0, 2, delay: 1));

        Assert.Equal([4, 1], Delays(table, 0));
        Assert.Equal([5, 3], Delays(table, 1));
        Assert.Empty(Delays(table, 2));
        Assert.Equal([2.0], Delays(table, 3));
    }

    [Fact]
    public void Equal_groups_of_connections_count_each_by_itself()
    {
        var (ofDrive, ofCell) = (Pair(3, 0), Pair(0, 1));

        Assert.Equal(4, Compile(ofDrive, ofDrive, ofCell, ofCell).Count);
    }

    [Fact]
    public void A_pair_has_a_contact_on_each_section()
    {
        var model = CompiledModel.Compile(Network(Pair(0, 1) with { Sections = ["apical_trunk", "soma"] }), 0.025);

        var slots = model.Contacts.Of(0).ToArray().Select(contact => model.Plans[0].Slots[contact.Slot].Section);

        Assert.Equal(["apical_trunk", "soma"], slots);
    }

    // Only what one cell sends to another bounds the windows; drive cells (gid 3) are known in advance.
    [Fact]
    public void The_shortest_delay_is_that_between_cells()
    {
        Assert.Equal(2, Compile(Pair(3, 0, delay: 0.5), Pair(0, 1, delay: 3), Pair(1, 2, delay: 2), Pair(2, 1, weight: 0, delay: 1)).ShortestDelay);
        Assert.Equal(double.PositiveInfinity, Compile(Pair(3, 0, delay: 0.5)).ShortestDelay);
    }

    // numerics.md section 11: the factor for 0.5 and 5 ms; other models take the weight as it is.
    [Theory]
    [InlineData("ampa", 0.01 * 1.435055183349871)]
    [InlineData("nmda", 0.01)]
    public void A_weight_is_scaled_so_that_its_peak_is_the_weight(string receptor, double weight) =>
        Assert.Equal(weight, Compile(Pair(0, 1, weight: 0.01) with { Receptor = receptor }).Of(0)[0].Weight, 1e-16);

    private static double[] Delays(ContactTable table, int source) => [.. table.Of(source).ToArray().Select(contact => contact.Delay)];

    private static ContactTable Compile(params ImmutableArray<Projection> projections) =>
        CompiledModel.Compile(Network(projections), 0.025, StopTime).Contacts;

    // Three cells and a drive cell, all at one place, so that distances change nothing.
    private static NetworkDescription Network(params ImmutableArray<Projection> projections) => new()
    {
        Populations = [new Population("pyramidal", SmallCells.Pyramidal, 0, 3, false)],
        Positions = [.. Enumerable.Repeat(default(Point3), 4)],
        Thresholds = [0, 0, 0],
        Projections = projections,
    };

    private static Projection Pair(int source, int target, double weight = 1, double delay = 1) =>
        SmallNetworks.Between([source], [target], "soma", "ampa", weight, delay);
}
