using System.Collections.Immutable;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Models;

/// <summary>Potentials per current, worked out by hand: 1000/(4π · conductivity) times a nearness in 1/µm.</summary>
public sealed class FieldTransferTests
{
    private const double Conductivity = 0.3;

    private static readonly double Unit = 1000 / (4 * Math.PI * Conductivity);

    // The soma's centre is at 10 µm, the trunk's at 40, 80 and 120 µm.
    [Fact]
    public void A_point_source_sits_at_the_centre_of_its_segment()
    {
        var row = Row(FieldMethod.PointSource, new Point3(30, 0, 50));

        AreClose(
            [0, 1 / Math.Sqrt(900 + 1600), 0, 1 / Math.Sqrt(900 + 100), 1 / Math.Sqrt(900 + 900), 1 / Math.Sqrt(900 + 4900), 0], row, 1e-14);
    }

    [Fact]
    public void A_contact_cannot_be_nearer_than_the_least_distance() =>
        Assert.Equal(Unit / 0.5, Row(FieldMethod.PointSource, new Point3(0.1, 0, 10))[1], 1e-12);

    // Beside the middle of a line of half length h at distance r: 2 asinh(h/r) / 2h.
    // The trunk's middle segment of 40 µm is a line of 80 µm, as the reference has it; its outer ones are 40 µm long.
    [Theory]
    [InlineData(1, 10, 10)]
    [InlineData(3, 40, 20)]
    [InlineData(4, 80, 40)]
    [InlineData(5, 120, 20)]
    public void A_line_source_beside_its_middle_is_an_inverse_hyperbolic_sine(int node, double height, double half)
    {
        const double distance = 25;

        var row = Row(FieldMethod.LineSource, new Point3(distance, 0, height));

        Assert.Equal(Unit * Math.Asinh(half / distance) / half, row[node], 1e-10);
    }

    // In line with a source of length l, d beyond its end: ln((d + l)/d)/l; the distance from the line is 1e-3 µm at least.
    [Theory]
    [InlineData(60, 40)]
    [InlineData(-40, 40)]
    public void A_line_source_beyond_its_end_is_a_logarithm(double height, double beyond) =>
        Assert.Equal(Unit * Math.Log((beyond + 20) / beyond) / 20, Row(FieldMethod.LineSource, new Point3(0, 0, height), 1e-3)[1], 1e-7);

    // The first correction is (length/distance)²/24 of the potential.
    [Fact]
    public void From_far_away_lines_are_points()
    {
        var contact = new Point3(20_000, 0, 500);

        AreClose([.. Row(FieldMethod.PointSource, contact).Select(value => value / Unit)], Row(FieldMethod.LineSource, contact), 1e-5);
    }

    // A contact exactly beside a line's end and start, where the formula changes its form.
    [Theory]
    [InlineData(20)]
    [InlineData(0)]
    public void The_forms_of_a_line_source_meet_where_they_change(double height)
    {
        var (below, at, above) = (Soma(height - 1e-9), Soma(height), Soma(height + 1e-9));

        Assert.Equal(below, at, at * 1e-9);
        Assert.Equal(above, at, at * 1e-9);

        static double Soma(double z) => Row(FieldMethod.LineSource, new Point3(15, 0, z))[1];
    }

    [Fact]
    public void Contacts_of_all_arrays_stand_in_order()
    {
        var plan = LoneCells.Of(SmallCells.Pyramidal).Compiled().Plans[0];

        var rows = FieldTransfer.Compute(plan, default, SmallNetworks.Electrodes);

        var single = SmallNetworks.Electrodes.SelectMany(array => array.Contacts.Select(contact => array with { Contacts = [contact] }));
        Assert.Equal(single.Select(array => FieldTransfer.Compute(plan, default, [array])[0]), rows);
    }

    private static double[] Row(FieldMethod method, Point3 contact, double minDistance = 0.5)
    {
        var plan = LoneCells.Of(SmallCells.Pyramidal).Compiled().Plans[0];
        return FieldTransfer.Compute(plan, default, [new ElectrodeArray("array", [contact], Conductivity, method, minDistance)])[0];
    }

    private static void AreClose(ImmutableArray<double> nearness, double[] row, double relative) =>
        Assert.All(nearness.Zip(row), pair => Assert.Equal(Unit * pair.First, pair.Second, Unit * pair.First * relative));
}
