using Hnn.Core.Networks;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class DriveStrengthTests
{
    private const double Everywhere = 1e9;

    private readonly Network _net = SmallNetworks.Unconnected();

    [Fact]
    public void Weights_of_all_receptors_count_and_delays_do_not()
    {
        // hnn-core 0.6 shows 1.02 µS for a cell of this drive: the last receptor and the delay.
        _net.AddEvokedDrive("drive", 10, 1, 1, "proximal", Weights(("L2_pyramidal", 0.1)), Weights(("L2_pyramidal", 0.02)), delays: 1.0, spaceConstant: Everywhere);

        Assert.Equal(0.12, Map(Plots.DriveStrength(_net, isRelative: false)).Values[0][1], 1e-12);
    }

    [Fact]
    public void Weights_fall_with_the_distance_to_the_middle_of_the_column()
    {
        _net.AddEvokedDrive("drive", 10, 1, 1, "proximal", Weights(("L2_pyramidal", 0.1)), spaceConstant: 3);

        // Of nine cells, one stands in the middle, four at a distance of 1 and four at that of √2.
        Assert.Equal(0.1 * (1 + (4 * Math.Exp(-1 / 9.0)) + (4 * Math.Exp(-2 / 9.0))) / 9, Map(Plots.DriveStrength(_net, isRelative: false)).Values[0][1], 1e-12);
    }

    [Fact]
    public void Every_cell_of_a_drive_that_is_not_cell_specific_adds_its_weight()
    {
        _net.AddEvokedDrive("drive", 10, 1, 1, "proximal", Weights(("L2_pyramidal", 0.1)), spaceConstant: Everywhere, cellCount: 5, cellSpecific: false);

        Assert.Equal(0.5, Map(Plots.DriveStrength(_net, isRelative: false)).Values[0][1], 1e-12);
    }

    [Fact]
    public void A_receptor_can_be_shown_alone()
    {
        _net.AddEvokedDrive("drive", 10, 1, 1, "proximal", Weights(("L2_pyramidal", 0.1)), Weights(("L2_pyramidal", 0.02)), spaceConstant: Everywhere);

        Assert.Equal(0.02, Map(Plots.DriveStrength(_net, isRelative: false, receptor: "nmda")).Values[0][1], 1e-12);
        Assert.Contains("ampa, nmda", Assert.Throws<ArgumentException>(() => Plots.DriveStrength(_net, receptor: "gabaa")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Relative_strengths_end_at_one_and_a_type_that_is_no_target_is_empty()
    {
        _net.AddEvokedDrive("weak", 10, 1, 1, "proximal", Weights(("L2_pyramidal", 0.1)), spaceConstant: Everywhere);
        _net.AddEvokedDrive("strong", 10, 1, 1, "proximal", Weights(("L5_pyramidal", 0.4)), spaceConstant: Everywhere);

        var map = Map(Plots.DriveStrength(_net));

        Assert.Equal([double.NaN, 0.25, double.NaN, double.NaN], map.Values[0].Select(value => Math.Round(value, 12)));
        Assert.Equal(1, map.Values[1][3]);
        Assert.Equal((0.0, 1.0), (map.Scale.Min, map.Scale.Max));
        Assert.True(map.ShowsNumbers);
    }

    [Fact]
    public void Logarithms_are_decimal_and_colours_span_them()
    {
        _net.AddEvokedDrive("weak", 10, 1, 1, "proximal", Weights(("L2_pyramidal", 0.001)), spaceConstant: Everywhere);
        _net.AddEvokedDrive("strong", 10, 1, 1, "proximal", Weights(("L5_pyramidal", 0.1)), spaceConstant: Everywhere);

        var map = Map(Plots.DriveStrength(_net, isRelative: false, isLogarithmic: true));

        Assert.Equal(-3, map.Values[0][1], 1e-12);
        Assert.Equal((-3, -1), (Math.Round(map.Scale.Min, 12), Math.Round(map.Scale.Max, 12)));
        Assert.Equal("Weight per cell, log₁₀ (µS)", map.Scale.Axis.Label);
    }

    [Fact]
    public void The_first_drive_is_on_top()
    {
        _net.AddDefaultErpDrives();

        var panel = Plots.DriveStrength(_net).Panels.Single();

        Assert.Equal(["evdist1", "evprox1", "evprox2"], panel.Y.Ticks.Select(tick => tick.Text));
        Assert.True(panel.Y.Min > panel.Y.Max);
        Assert.Equal(_net.CellTypes.Names, panel.X.Ticks.Select(tick => tick.Text));
    }

    [Fact]
    public void A_network_without_drives_is_an_error_that_says_how_to_add_some() =>
        Assert.Contains("AddDefaultErpDrives", Assert.Throws<ArgumentException>(() => Plots.DriveStrength(_net)).Message, StringComparison.Ordinal);

    private static Dictionary<string, double> Weights(params (string Type, double Weight)[] weights) => weights.ToDictionary(each => each.Type, each => each.Weight);

    private static HeatmapTrace Map(Figure figure) => (HeatmapTrace)figure.Panels.Single().Traces.Single();
}
