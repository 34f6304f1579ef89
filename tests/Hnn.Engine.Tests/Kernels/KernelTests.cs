using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;
using Hnn.Engine.Mechanisms;
using Hnn.Engine.Synapses;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Kernels;

/// <summary>All kernels give the same bits at every width, from a random state, over a few steps.</summary>
public sealed unsafe class KernelTests
{
    // More than are looked up at once, with gaps.
    private static readonly int[] Nodes = [1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 14];

    private const int NodeCount = 16;

    private static readonly Synapse[] Models =
        [new Exp2Synapse(-80, 0.5, 5), new NmdaGaoSynapse(), new GabaBDestexheSynapse()];

    public static TheoryData<string> Mechanisms => [.. MechanismLibrary.All.Select(mechanism => mechanism.Name)];

    public static TheoryData<string> Synapses => [.. Models.Select(model => model.MechanismName)];

    // With the long steps the gates' steps are halved and doubled back.
    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void A_mechanism_has_the_same_bits_at_every_width(string name)
    {
        Assert.True(MechanismLibrary.TryGet(name, out var mechanism));
        foreach (var timeStep in new[] { 0.025, 2.0 })
        {
            var sites = Sites(mechanism, timeStep);
            HaveTheSameBits(
                mechanism.CreateKernel<Lanes1>(sites), mechanism.CreateKernel<Lanes2>(sites), mechanism.CreateKernel<Lanes4>(sites), mechanism.CreateKernel<Lanes8>(sites));
        }
    }

    [Theory]
    [MemberData(nameof(Synapses))]
    public void A_synapse_has_the_same_bits_at_every_width(string name)
    {
        var model = Models.Single(model => model.MechanismName == name);
        HaveTheSameBits(Kernel<Lanes1>(model), Kernel<Lanes2>(model), Kernel<Lanes4>(model), Kernel<Lanes8>(model));
    }

    [Fact]
    public void An_injected_current_has_the_same_bits_at_every_width()
    {
        var site = new ClampSite(Node: 3, Density: 0.1, Start: 0, Stop: 1);
        HaveTheSameBits(new ClampKernel<Lanes1>(site), new ClampKernel<Lanes2>(site), new ClampKernel<Lanes4>(site), new ClampKernel<Lanes8>(site));
    }

    [Fact]
    public void The_cable_has_the_same_bits_at_every_width()
    {
        var tree = RandomTree.Of(NodeCount, seed: 5);
        var expected = Stepped<Lanes1>(tree);

        Bits.Same(expected, Stepped<Lanes2>(tree));
        Bits.Same(expected, Stepped<Lanes4>(tree));
        Bits.Same(expected, Stepped<Lanes8>(tree));
    }

    private static double[] Stepped<V>(CableTree tree)
        where V : struct, ILanes<V>
    {
        var (solver, block, work) = (new CableSolver<V>(tree), new RandomBlock(NodeCount, 0, seed: 1), new NativeBuffer(3 * NodeCount * Block.Lanes));
        for (var step = 0; step < 3; step++)
        {
            solver.Up(block.View, work.Pointer);
            solver.Down(block.View, work.Pointer, work.Pointer + NodeCount * Block.Lanes, work.Pointer + 2 * NodeCount * Block.Lanes);
        }

        GC.KeepAlive(tree);
        return [.. block.Values(), .. work.Span.ToArray()];
    }

    private static void HaveTheSameBits(Kernel<Lanes1> scalar, Kernel<Lanes2> two, Kernel<Lanes4> four, Kernel<Lanes8> eight)
    {
        var expected = Advanced(scalar);
        Assert.All(expected, value => Assert.True(double.IsFinite(value)));
        Bits.Same(expected, Advanced(two));
        Bits.Same(expected, Advanced(four));
        Bits.Same(expected, Advanced(eight));
    }

    private static double[] Advanced<V>(Kernel<V> kernel)
        where V : struct, ILanes<V>
    {
        var block = new RandomBlock(NodeCount, kernel.StateLength, seed: 1);
        for (var step = 0; step < 4; step++)
        {
            block.View.Lag = step == 0 ? 0 : 1;
            kernel.Advance(block.View, block.State);
            block.MoveVoltages(seed: 100 + step);
        }

        var values = block.Values();
        kernel.Initialize(block.View, block.State);
        GC.KeepAlive(kernel);
        return [.. values, .. block.Values()];
    }

    private static KernelSites Sites(DensityMechanism mechanism, double timeStep) => new(
        Nodes,
        mechanism.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => Draw.Uniform(Nodes.Length, 0.5, 1.5, seed: 3).Select(factor => factor * (parameter.Default == 0 ? 1e-3 : parameter.Default)).ToArray()),
        celsius: 37,
        timeStep);

    private static Kernel<V> Kernel<V>(Synapse model)
        where V : struct, ILanes<V>
    {
        SynapseSlot[] slots = [.. Nodes.Select(node => new SynapseSlot("soma", "receptor", node, Area: 100 + node, model))];
        return model switch
        {
            Exp2Synapse => new Exp2SynapseKernel<V>(slots, 0.025),
            NmdaGaoSynapse => new NmdaGaoKernel<V>(slots, 0.025),
            _ => new GabaBDestexheKernel<V>(slots, 0.025),
        };
    }
}
