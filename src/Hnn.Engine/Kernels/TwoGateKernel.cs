using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// TwoGateKernel: a channel with two gates, i = g m² h (v - e), their targets and time constants tabulated; m is fast, h slow.
// The density g (S/cm²) varies by site; e (mV) is constant, unless a derived channel adds its currents otherwise.
internal unsafe class TwoGateKernel<V>(
    KernelSites sites, RateTable rates, Func<int, double> density, double reversal = double.NaN, double? initial = null)
    : TabulatedKernel<V>(sites, rates, gates: 2, HalvingsFor(sites.TimeStep, rates))
    where V : struct, ILanes<V>
{
    /// <summary>Conductance with open gates of each site in S/cm².</summary>
    protected NativeBuffer Densities { get; } = sites.Constants(density);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void AdvanceGates(double lag, int count, double* rates, double* state)
    {
        var halvings = Halvings;
        var step = V.All(lag * HalvedStep);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void AddCurrents(in BlockView block, int first, int count, double* state)
    {
        var density = Densities.Pointer + first;
        foreach (var node in Nodes.AsSpan(first, count))
        {
            var g = V.All(*density++);
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                var place = (nint)node * Block.Lanes + lane;
                AddCurrent(block, place, g * Open(state + lane), V.All(reversal) - V.Load(block.Voltage + place));
            }

            state += 2 * Block.Lanes;
        }
    }

    protected override void InitialGates(double voltage, Span<double> gates) =>
        (gates[0], gates[1]) = (initial ?? Rates.At(voltage, 0), Rates.At(voltage, 2));

    /// <summary>m² h of a site, from its gates at a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static V Open(double* gates)
    {
        var m = V.Load(gates);
        return m * m * V.Load(gates + Block.Lanes);
    }

    private static int HalvingsFor(double timeStep, RateTable rates) => Math.Max(
        GateStep.Halvings(timeStep / rates.Minimum(1), GateStep.Limit6),
        GateStep.Halvings(timeStep / rates.Minimum(3), GateStep.Limit3));
}
