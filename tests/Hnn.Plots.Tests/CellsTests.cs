using Hnn.Engine.Cells;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class CellsTests
{
    [Fact]
    public void Each_cell_type_has_its_own_colour_and_mark_where_its_somata_stand()
    {
        var types = Traces(Plots.Cells(SmallNetworks.Unconnected()));

        Assert.Equal(["L2_basket", "L2_pyramidal", "L5_basket", "L5_pyramidal"], types.Select(type => type.Name));
        Assert.Distinct(types.Select(type => type.Color));
        Assert.Distinct(types.Select(type => type.Marker));
        Assert.Equal([0.0, 1, 0], types[0].X);
        Assert.Equal([0.0, 1, 2], types[0].Y);
        // 0.8 of the layers' distance of 1307.4 µm.
        Assert.All(types[0].Z, z => Assert.Equal(1045.92, z, 1e-9));
    }

    [Fact]
    public void A_cell_is_named_by_type_and_gid() =>
        Assert.Equal("L5_basket, gid 12", Traces(Plots.Cells(SmallNetworks.Unconnected()))[2].Labels[0]);

    [Fact]
    public void Contacts_of_an_electrode_are_crosses()
    {
        var net = SmallNetworks.Unconnected();
        net.AddElectrodeArray("shank", [new Point3(1, 2, 3), new Point3(4, 5, 6)]);

        var contacts = Traces(Plots.Cells(net))[^1];

        Assert.Equal(("shank", Marker.Cross), (contacts.Name, contacts.Marker));
        Assert.Equal([3.0, 6], contacts.Z);
        Assert.Equal("shank, contact 1", contacts.Labels[1]);
    }

    [Theory, InlineData(1, false), InlineData(300, true)]
    public void Scales_are_equal_unless_the_column_would_be_a_needle(double distance, bool areEqual)
    {
        var net = SmallNetworks.Unconnected();
        net.SetCellPositions(distance);

        Assert.Equal(areEqual, Plots.Cells(net).Panels.Single().HasEqualScales);
    }

    [Fact]
    public void All_three_axes_are_in_micrometres()
    {
        var panel = Plots.Cells(SmallNetworks.Unconnected()).Panels.Single();

        Assert.Equal(["x (µm)", "y (µm)", "z (µm)"], [panel.X.Label, panel.Y.Label, panel.Z!.Label]);
    }

    private static PointTrace[] Traces(Figure figure) => [.. figure.Panels.Single().Traces.Cast<PointTrace>()];
}
