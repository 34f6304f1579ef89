using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// DensityKernel: what the kernels of channels share: their sites and the shape of their state, [site][gate][lane].
internal abstract unsafe class DensityKernel<V>(KernelSites sites, int gates) : Kernel<V>
    where V : struct, ILanes<V>
{
    protected int[] Nodes { get; } = sites.Nodes;

    protected double TimeStep { get; } = sites.TimeStep;

    public override int StateLength => Nodes.Length * gates * Block.Lanes;

    /// <summary>Adds a current of one conductance g (S/cm²), g times the driving force (mV), to the cable equation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void AddCurrent(in BlockView block, nint place, V g, V drivingForce)
    {
        V.Store(block.Conductance + place, V.Load(block.Conductance + place) + g);
        V.Store(block.RightSide + place, V.Fma(g, drivingForce, V.Load(block.RightSide + place)));
    }
}
