using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// OneGateKernel: a channel with one gate, i = g m (v - e), the gate's target and time constant tabulated.
// The density g (S/cm²) varies by site; e (mV) is constant.
internal sealed unsafe class OneGateKernel<V>(
    KernelSites sites, RateTable rates, Func<int, double> density, double reversal, double? initial = null)
    : TabulatedKernel<V>(sites, rates, gates: 1)
    where V : struct, ILanes<V>
{
    private readonly NativeBuffer _densities = sites.Constants(density);

    private readonly int _halvings = GateStep.Halvings(sites.TimeStep / rates.Minimum(1), GateStep.Limit6);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Advance(in BlockView block, int first, int count, double* rates, double* state)
    {
        var density = _densities.Pointer + first;
        var halvings = _halvings;
        var step = V.All(block.Lag * Math.ScaleB(TimeStep, -halvings));
        foreach (var node in Nodes.AsSpan(first, count))
        {
            var g = V.All(*density++);
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                var place = (nint)node * Block.Lanes + lane;
                var fraction = GateStep.Fraction6(step / V.Load(rates + Block.Lanes + lane));
                if (halvings > 0)
                    fraction = GateStep.Doubled(fraction, halvings);
                var m = V.Load(state + lane);
                m = V.Fma(fraction, V.Load(rates + lane) - m, m);
                V.Store(state + lane, m);
                AddCurrent(block, place, g * m, V.All(reversal) - V.Load(block.Voltage + place));
            }

            rates += 2 * Block.Lanes;
            state += Block.Lanes;
        }
    }

    protected override void InitialGates(double voltage, Span<double> gates) =>
        gates[0] = initial ?? Rates.At(voltage, 0);
}
