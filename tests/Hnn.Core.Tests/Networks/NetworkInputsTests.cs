using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;

namespace Hnn.Core.Tests.Networks;

public class NetworkInputsTests
{
    [Fact]
    public void A_bias_without_end_lasts_as_long_as_each_run()
    {
        var net = Columns.Bare();
        net.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 1.5 }, section: "apical_tuft", name: "tuft", start: 20);

        Assert.Equal(new TonicBias("tuft", "L5_pyramidal", 1.5, "apical_tuft", 20, null), net.Biases.Single());
        Assert.Equal(new CurrentClamp("L5_pyramidal", "apical_tuft", 1.5, 20, 80), net.Describe(100).Clamps.Single());
        Assert.Equal(new CurrentClamp("L5_pyramidal", "apical_tuft", 1.5, 20, 180), net.Describe(200).Clamps.Single());
    }

    [Fact]
    public void A_cell_type_can_have_biases_of_several_names_but_each_once()
    {
        var net = Columns.Bare();
        var amplitudes = new Dictionary<string, double> { ["L5_pyramidal"] = 1 };
        net.AddTonicBias(amplitudes);
        net.AddTonicBias(amplitudes, name: "other");
        net.AddTonicBias(new Dictionary<string, double> { ["L2_pyramidal"] = 1 });

        Assert.Contains("'tonic' for 'L5_pyramidal' already", Columns.Refusal(() => net.AddTonicBias(amplitudes)), StringComparison.Ordinal);
        Assert.Equal(3, net.Biases.Count);
    }

    [Fact]
    public void No_amplitudes_add_nothing()
    {
        var net = Columns.Bare();
        net.AddTonicBias(new Dictionary<string, double>());

        Assert.Empty(net.Biases);
    }

    [Theory]
    [InlineData("L4", "soma", 1, 0, null, "'L4'")]
    [InlineData("L2_basket", "apical_tuft", 1, 0, null, "'apical_tuft' of 'L2_basket'")]
    [InlineData("L2_basket", "soma", double.NaN, 0, null, "amplitude")]
    [InlineData("L2_basket", "soma", 1, -1, null, "starts at -1")]
    [InlineData("L2_basket", "soma", 1, 0, -5.0, "stops at -5")]
    [InlineData("L2_basket", "soma", 1, 20, 10.0, "stops at 10")]
    public void A_bias_that_does_not_fit_is_refused(string type, string section, double amplitude, double start, double? stop, string expected)
    {
        var net = Columns.Bare();
        var amplitudes = new Dictionary<string, double> { ["L5_pyramidal"] = 1, [type] = amplitude };

        Assert.Contains(expected, Columns.Refusal(() => net.AddTonicBias(amplitudes, section, start: start, stop: stop)), StringComparison.Ordinal);
        Assert.Empty(net.Biases);
    }

    [Fact]
    public void A_bias_that_starts_after_the_run_is_a_fault_of_the_run()
    {
        var net = Columns.Bare();
        net.AddTonicBias(new Dictionary<string, double> { ["L2_basket"] = 1 }, start: 100);

        Assert.Contains("starts at 100", Assert.Throws<NetworkException>(() => net.Describe(50)).Problems.Single().What, StringComparison.Ordinal);
    }

    [Fact]
    public void Electrodes_are_handed_to_the_engine()
    {
        var net = Columns.Bare();
        var array = net.AddElectrodeArray("probe", [new(1, 2, 3), new(4, 5, 6)], conductivity: 1, method: FieldMethod.LineSource);

        Assert.Equal((1, 0.5, FieldMethod.LineSource), (array.Conductivity, array.MinDistance, array.Method));
        Assert.Equal([array], net.Describe(1).ElectrodeArrays);
    }

    [Fact]
    public void Electrodes_that_do_not_fit_are_refused()
    {
        var net = Columns.Bare();
        Point3[] contacts = [new(1, 2, 3)];
        net.AddElectrodeArray("probe", contacts);

        Assert.Contains("already", Columns.Refusal(() => net.AddElectrodeArray("probe", contacts)), StringComparison.Ordinal);
        Assert.Contains("no contacts", Columns.Refusal(() => net.AddElectrodeArray("p", [])), StringComparison.Ordinal);
        Assert.Contains("not finite", Columns.Refusal(() => net.AddElectrodeArray("p", [new(double.NaN, 0, 0)])), StringComparison.Ordinal);
        Assert.Contains("no method", Columns.Refusal(() => net.AddElectrodeArray("p", contacts, method: (FieldMethod)7)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => net.AddElectrodeArray("p", contacts, conductivity: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.AddElectrodeArray("p", contacts, minDistance: -1));
        Assert.Single(net.ElectrodeArrays);
    }
}
