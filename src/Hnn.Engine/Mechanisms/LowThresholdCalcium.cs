using System.Runtime.CompilerServices;
using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Mechanisms;

/// <summary>Low-threshold (T type) current: <c>i = gbar m² h (v - 125)</c>; not counted as calcium, as in the reference.</summary>
/// <remarks>Source: <c>cat</c> of Jones et al. 2009; m starts at 0; rates from a table of 641 steps over -120 … 40 mV.</remarks>
public sealed class LowThresholdCalcium : DensityMechanism
{
    internal LowThresholdCalcium()
        : base(
            "cat",
            new MechanismParameter("gbar", 0, "S/cm²"))
    {
    }

    internal override Kernel<V> CreateKernel<V>(KernelSites sites) => new LowThresholdCalciumKernel<V>(sites);

    // Columns: target and time constant of m, then of h.
    private static RateTable Rates() => new(
        -120,
        40,
        641,
        v => 1 / (1 + Math.Exp((-v - 56) / 6.2)),
        v => 0.204 + 0.333 / (Math.Exp((v + 15.8) / 18.2) + Math.Exp((-v - 131) / 16.7)),
        v => 1 / (1 + Math.Exp((v + 80) / 4)),
        v => v < -81 ? 0.333 * Math.Exp((v + 466) / 66.6) : 9.32 + 0.333 * Math.Exp((-v - 21) / 10.5));

    private sealed unsafe class LowThresholdCalciumKernel<V>(KernelSites sites) : TwoGateKernel<V>(sites, LowThresholdCalcium.Rates())
        where V : struct, ILanes<V>
    {
        private const double Reversal = 125;

        private readonly NativeBuffer _densities = sites.Constants(site => sites["gbar"][site]);

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
                    var v = V.Load(block.Voltage + place);
                    AddCurrent(block, place, g * Open(state + lane), V.All(Reversal) - v);
                }

                state += 2 * Block.Lanes;
            }
        }

        protected override void InitialGates(double voltage, Span<double> gates) =>
            (gates[0], gates[1]) = (0, Rates.At(voltage, 2));
    }
}
