using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// TwoGateKernel: what channels of the form i = g m² h (v - e) share: tables of m and h, their step, the open conductance.
internal abstract unsafe class TwoGateKernel<V>(KernelSites sites, RateTable rates) : TabulatedKernel<V>(sites, rates, gates: 2)
    where V : struct, ILanes<V>
{
    private readonly int _halvings = Math.Max(
        GateStep.Halvings(sites.TimeStep / rates.Minimum(1), GateStep.Limit6),
        GateStep.Halvings(sites.TimeStep / rates.Minimum(3), GateStep.Limit3));

    protected int Halvings => _halvings;

    /// <summary>The step for the gates, halved as often as <see cref="Halvings"/> says.</summary>
    protected V Step(in BlockView block) => V.All(block.Lag * Math.ScaleB(TimeStep, -_halvings));

    /// <summary>Brings both gates up to date and returns m² h.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static V Open(double* rates, V step, int halvings, double* gates)
    {
        var (mTarget, mTau) = (V.Load(rates), V.Load(rates + Block.Lanes));
        var (hTarget, hTau) = (V.Load(rates + 2 * Block.Lanes), V.Load(rates + 3 * Block.Lanes));
        var inverse = step / (mTau * hTau);
        var (mFraction, hFraction) = (GateStep.Fraction6(inverse * hTau), GateStep.Fraction3(inverse * mTau));
        if (halvings > 0)
            (mFraction, hFraction) = (GateStep.Doubled(mFraction, halvings), GateStep.Doubled(hFraction, halvings));
        var (m, h) = (V.Load(gates), V.Load(gates + Block.Lanes));
        m = V.Fma(mFraction, mTarget - m, m);
        h = V.Fma(hFraction, hTarget - h, h);
        V.Store(gates, m);
        V.Store(gates + Block.Lanes, h);
        return m * m * h;
    }
}
