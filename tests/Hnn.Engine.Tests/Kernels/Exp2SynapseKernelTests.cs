using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;
using Hnn.Engine.Synapses;

namespace Hnn.Engine.Tests.Kernels;

public sealed unsafe class Exp2SynapseKernelTests
{
    [Theory]
    [InlineData(0.5, 5)]
    [InlineData(1, 20)]
    [InlineData(45, 200)]
    [InlineData(5, 5)]
    public void The_peak_of_the_conductance_is_the_weight(double rise, double decay)
    {
        const double weight = 0.003;
        var model = new Exp2Synapse(0, rise, decay);
        var timeStep = rise / 1000;
        var kernel = new Exp2SynapseKernel<Lanes1>([new SynapseSlot("soma", "ampa", Node: 0, Area: 100, model)], timeStep);
        var block = new RandomBlock(1, kernel.StateLength, seed: 1);
        new Span<double>(block.State, 2 * Block.Lanes).Fill(weight * model.PeakFactor);

        var peak = 0.0;
        for (var step = 0; step < 20_000; step++)
        {
            kernel.Advance(block.View, block.State);
            peak = Math.Max(peak, block.State[Block.Lanes] - block.State[0]);
        }

        // The decay is exact in every step; the highest sample lies up to half a step beside the peak, of which the square counts.
        Assert.Equal(weight, peak, weight * 1e-6);
        GC.KeepAlive((kernel, block));
    }

    [Fact]
    public void A_conductance_that_has_vanished_becomes_zero_and_others_stay()
    {
        var kernel = new Exp2SynapseKernel<Lanes1>([new SynapseSlot("soma", "ampa", Node: 0, Area: 100, new Exp2Synapse(0, 0.5, 5))], 0.025);
        var block = new RandomBlock(1, kernel.StateLength, seed: 1);
        (block.State[0], block.State[1], block.State[2]) = (1e-291, 1e-289, -1e-300);

        kernel.Settle(block.State);

        Assert.Equal([0, 1e-289, 0], new ReadOnlySpan<double>(block.State, 3).ToArray());
        GC.KeepAlive((kernel, block));
    }
}
