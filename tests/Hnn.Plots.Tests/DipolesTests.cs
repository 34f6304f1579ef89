using Hnn.Core.Results;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class DipolesTests
{
    private static readonly Dipole Measured = new([0, 1, 2], [1, 3, 2]);
    private static readonly Dipole Simulated = new([0, 0.5, 1], [0.001, 0.002, 0.003]);

    [Fact]
    public void Each_dipole_is_a_line_with_its_own_colour_and_stroke()
    {
        var panel = Plots.Dipoles(("measured", Measured), ("simulated", Simulated)).Panels.Single();

        var lines = panel.Traces.Cast<LineTrace>().ToArray();
        Assert.Equal(["measured", "simulated"], lines.Select(line => line.Name));
        Assert.Equal(Measured["agg"], lines[0].Y);
        Assert.Equal(Simulated.Times, lines[1].X);
        Assert.NotEqual(lines[0].Color, lines[1].Color);
        Assert.NotEqual(lines[0].Style, lines[1].Style);
    }

    [Fact]
    public void A_scale_common_to_all_stands_at_the_axis()
    {
        var panel = Plots.Dipoles(("a", Simulated.Scaled(3000)), ("b", Simulated.Scaled(3000))).Panels.Single();

        Assert.Equal("Dipole moment (nAm × 3000)", panel.Y.Label);
        Assert.Equal(["a", "b"], panel.Traces.Select(trace => trace.Name));
    }

    [Fact]
    public void Different_scales_stand_in_the_legend()
    {
        var panel = Plots.Dipoles(("measured", Measured), ("simulated", Simulated.Scaled(3000))).Panels.Single();

        Assert.Equal("Dipole moment (nAm)", panel.Y.Label);
        Assert.Equal(["measured", "simulated × 3000"], panel.Traces.Select(trace => trace.Name));
    }

    [Fact]
    public void A_layer_can_be_shown_alone_and_is_named_at_the_axis()
    {
        var dipole = new Dipole([0, 1], [KeyValuePair.Create("agg", Values(1, 2)), KeyValuePair.Create("L5", Values(3, 4))]);

        var panel = Plots.DipoleLayer("L5", ("simulated", dipole)).Panels.Single();

        Assert.Equal("Dipole moment L5 (nAm)", panel.Y.Label);
        Assert.Equal(dipole["L5"], ((LineTrace)panel.Traces.Single()).Y);
    }

    [Fact]
    public void A_dipole_is_shown_with_the_layers_it_is_the_sum_of()
    {
        var dipole = new Dipole([0, 1], [KeyValuePair.Create("agg", Values(4, 6)), KeyValuePair.Create("L2", Values(1, 2)), KeyValuePair.Create("L5", Values(3, 4))]);

        var lines = Plots.DipoleLayers(dipole.Scaled(2)).Panels.Single().Traces.Cast<LineTrace>().ToArray();

        Assert.Equal(["Whole", "L2", "L5"], lines.Select(line => line.Name));
        Assert.Equal([6.0, 8.0], lines[2].Y);
    }

    [Fact]
    public void No_dipole_is_an_error() => Assert.Throws<ArgumentException>(() => Plots.Dipoles());

    private static System.Collections.Immutable.ImmutableArray<double> Values(params double[] values) => [.. values];
}
