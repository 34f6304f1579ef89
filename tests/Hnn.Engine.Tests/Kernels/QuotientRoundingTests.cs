using Hnn.Engine.Kernels;

namespace Hnn.Engine.Tests.Kernels;

public sealed unsafe class QuotientRoundingTests
{
    private const int NodeCount = 20;

    [Theory]
    [InlineData(0)]
    [InlineData(-77)]
    [InlineData(125)]
    public void A_conductance_becomes_the_quotient_of_a_current_with_that_reversal(double reversal)
    {
        var (block, untouched) = (new RandomBlock(NodeCount, 0, seed: 1), new RandomBlock(NodeCount, 0, seed: 1));

        new QuotientRounding(reversal).Apply(block.View, NodeCount);

        for (var i = 0; i < NodeCount * Block.Lanes; i++)
        {
            var (g, v) = (untouched.View.Conductance[i], untouched.View.Voltage[i]);
            var probe = v + 0.001 - v;
            Assert.Equal((g * (v + 0.001 - reversal) - g * (v - reversal)) / probe, block.View.Conductance[i]);

            // Two currents of at most g times 215 mV, each off by a few units in the last place, over 0.001 mV.
            Assert.Equal(g, block.View.Conductance[i], g * 215 * 4 * 1.2e-16 / 0.001);
        }

        GC.KeepAlive((block, untouched));
    }

    [Fact]
    public void No_conductance_stays_none()
    {
        var block = new RandomBlock(NodeCount, 0, seed: 1);
        new Span<double>(block.View.Conductance, NodeCount * Block.Lanes).Clear();

        new QuotientRounding(-77).Apply(block.View, NodeCount);

        Assert.All(new ReadOnlySpan<double>(block.View.Conductance, NodeCount * Block.Lanes).ToArray(), g => Assert.Equal(0, g));
        GC.KeepAlive(block);
    }
}
