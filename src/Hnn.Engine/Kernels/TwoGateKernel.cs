using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// TwoGateKernel: what channels of the form i = g m² h (v - e) share: the step of m, which is fast, and h, which is slow.
internal abstract unsafe class TwoGateKernel<V>(KernelSites sites, RateTable rates) : TabulatedKernel<V>(sites, rates, gates: 2)
    where V : struct, ILanes<V>
{
    private readonly int _halvings = Math.Max(
        GateStep.Halvings(sites.TimeStep / rates.Minimum(1), GateStep.Limit6),
        GateStep.Halvings(sites.TimeStep / rates.Minimum(3), GateStep.Limit3));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void AdvanceGates(double lag, int count, double* rates, double* state)
    {
        var halvings = _halvings;
        var step = V.All(lag * Math.ScaleB(TimeStep, -halvings));
        for (var site = 0; site < count; site++)
        {
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                // Two time constants share one division.
                var (mTau, hTau) = (V.Load(rates + Block.Lanes + lane), V.Load(rates + 3 * Block.Lanes + lane));
                var inverse = step / (mTau * hTau);
                var (mFraction, hFraction) = (GateStep.Fraction6(inverse * hTau), GateStep.Fraction3(inverse * mTau));
                if (halvings > 0)
                    (mFraction, hFraction) = (GateStep.Doubled(mFraction, halvings), GateStep.Doubled(hFraction, halvings));
                Approach(state + lane, V.Load(rates + lane), mFraction);
                Approach(state + Block.Lanes + lane, V.Load(rates + 2 * Block.Lanes + lane), hFraction);
            }

            rates += 4 * Block.Lanes;
            state += 2 * Block.Lanes;
        }
    }

    /// <summary>m² h of a site, from its gates at a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static V Open(double* gates)
    {
        var m = V.Load(gates);
        return m * m * V.Load(gates + Block.Lanes);
    }
}
