using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// ClampKernel: a constant current into one node of every cell, on while start <= t < stop at the middle of the step.
internal sealed unsafe class ClampKernel<V>(ClampSite site) : Kernel<V>
    where V : struct, ILanes<V>
{
    public override void Advance(in BlockView block, double* state)
    {
        if (!(block.MidTime >= site.Start && block.MidTime < site.Stop))
            return;
        for (var lane = 0; lane < Block.Lanes; lane++)
            block.RightSide[site.Node * Block.Lanes + lane] += site.Density;
    }
}

// ClampSite: density of an injected current in mA/cm², from start to stop in ms.
internal sealed record ClampSite(int Node, double Density, double Start, double Stop);
