using Hnn.Engine.Synapses;

namespace Hnn.Engine.Tests.Synapses;

public sealed class Exp2SynapseTests
{
    [Theory]
    [InlineData(0.5, 5, 0.5)]
    [InlineData(4.9994, 5, 4.9994)]
    [InlineData(5, 5, 0.9999 * 5)]
    [InlineData(9, 5, 0.9999 * 5)]
    [InlineData(4.9996, 5, 0.9999 * 5)]
    [InlineData(1e-9, 5, 1e-9 * 5)]
    public void The_rise_is_kept_below_the_decay_and_above_nothing(double rise, double decay, double effective) =>
        Assert.Equal(effective, new Exp2Synapse(0, rise, decay).EffectiveRiseTime);

    // numerics.md section 11.
    [Theory]
    [InlineData(0.5, 5, 1.435055183349871)]
    [InlineData(1, 20, 1.2323999091818731)]
    [InlineData(45, 200, 1.9896392539612353)]
    public void The_peak_factor_is_the_references(double rise, double decay, double factor) =>
        Assert.Equal(factor, new Exp2Synapse(0, rise, decay).PeakFactor, 1e-14);
}
