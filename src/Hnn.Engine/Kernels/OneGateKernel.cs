using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// OneGateKernel: a channel with one gate, i = g m (v - e), the gate's target and time constant tabulated.
// The density g (S/cm²) varies by site; e (mV) is constant.
internal sealed unsafe class OneGateKernel<V>(
    KernelSites sites, RateTable rates, Func<int, double> density, double reversal, double? initial = null)
    : TabulatedKernel<V>(sites, rates, gates: 1, GateStep.Halvings(sites.TimeStep / rates.Minimum(1), GateStep.Limit6))
    where V : struct, ILanes<V>
{
    private readonly NativeBuffer _densities = sites.Constants(density);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void AdvanceGates(double lag, int count, double* rates, double* state)
    {
        var halvings = Halvings;
        var step = V.All(lag * HalvedStep);
        for (var site = 0; site < count; site++)
        {
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                var fraction = GateStep.Fraction6(step / V.Load(rates + Block.Lanes + lane));
                if (halvings > 0)
                    fraction = GateStep.Doubled(fraction, halvings);
                Approach(state + lane, V.Load(rates + lane), fraction);
            }

            rates += 2 * Block.Lanes;
            state += Block.Lanes;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void AddCurrents(in BlockView block, int first, int count, double* state)
    {
        var density = _densities.Pointer + first;
        foreach (var node in Nodes.AsSpan(first, count))
        {
            var g = V.All(*density++);
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                var place = (nint)node * Block.Lanes + lane;
                AddCurrent(block, place, g * V.Load(state + lane), V.All(reversal) - V.Load(block.Voltage + place));
            }

            state += Block.Lanes;
        }
    }

    protected override void InitialGates(double voltage, Span<double> gates) =>
        gates[0] = initial ?? Rates.At(voltage, 0);
}
