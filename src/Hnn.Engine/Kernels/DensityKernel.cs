using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// DensityKernel: what the kernels of channels share: their sites, the shape of their state, [site][gate][lane], and the
// step of their gates, halved as often as the fastest of them needs (GateStep).
internal abstract unsafe class DensityKernel<V>(KernelSites sites, int gates, int halvings) : Kernel<V>
    where V : struct, ILanes<V>
{
    protected int[] Nodes { get; } = sites.Nodes;

    /// <summary>How often the time step is halved for the gates.</summary>
    protected int Halvings { get; } = halvings;

    /// <summary>The time step in ms, halved so often.</summary>
    protected double HalvedStep { get; } = Math.ScaleB(sites.TimeStep, -halvings);

    public override int StateLength => Nodes.Length * gates * Block.Lanes;

    /// <summary>Adds a current of one conductance g (S/cm²), g times the driving force (mV), to the cable equation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void AddCurrent(in BlockView block, nint place, V g, V drivingForce)
    {
        V.Store(block.Conductance + place, V.Load(block.Conductance + place) + g);
        V.Store(block.RightSide + place, V.Fma(g, drivingForce, V.Load(block.RightSide + place)));
    }
}
