using System.Runtime.CompilerServices;
using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Mechanisms;

/// <summary>High-threshold calcium current: <c>i = gbar tadj m² h (v - E_Ca)</c>; the current that feeds the calcium pool.</summary>
/// <remarks>Source: <c>ca</c> of Jones et al. 2009 (Reuveni et al. 1993); rates from a table of 199 steps over -120 … 100 mV.</remarks>
public sealed class HighThresholdCalcium : DensityMechanism
{
    internal HighThresholdCalcium()
        : base(
            "ca",
            new MechanismParameter("gbar", 0.1, "pS/µm²"))
    {
    }

    internal override Kernel<V> CreateKernel<V>(KernelSites sites) => new HighThresholdCalciumKernel<V>(sites);

    // Columns: target and time constant of m, then of h.
    private static RateTable Rates(double celsius)
    {
        var adjustment = Temperature.Adjustment(celsius);
        return new RateTable(
            -120,
            100,
            199,
            v => OpenM(v) / (OpenM(v) + CloseM(v)),
            v => 1 / adjustment / (OpenM(v) + CloseM(v)),
            v => OpenH(v) / (OpenH(v) + CloseH(v)),
            v => 1 / adjustment / (OpenH(v) + CloseH(v)));

        static double OpenM(double v) => 0.055 * (-27 - v) / (Math.Exp((-27 - v) / 3.8) - 1);
        static double CloseM(double v) => 0.94 * Math.Exp((-75 - v) / 17);
        static double OpenH(double v) => 0.000457 * Math.Exp((-13 - v) / 50);
        static double CloseH(double v) => 0.0065 / (Math.Exp((-v - 15) / 28) + 1);
    }

    private sealed unsafe class HighThresholdCalciumKernel<V>(KernelSites sites)
        : TwoGateKernel<V>(
            sites,
            HighThresholdCalcium.Rates(sites.Celsius),
            site => 1e-4 * Temperature.Adjustment(sites.Celsius) * sites["gbar"][site])
        where V : struct, ILanes<V>
    {
        // The driving force follows the calcium inside, and the calcium that flows in is noted.
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
                    var v = V.Load(block.Voltage + place);
                    var conductance = g * Open(state + lane);
                    var drivingForce = V.Load(block.CalciumReversal + place) - v;
                    AddCurrent(block, place, conductance, drivingForce);
                    var calcium = block.CalciumCurrent + place;
                    V.Store(calcium, V.Load(calcium) - conductance * drivingForce);
                }

                state += 2 * Block.Lanes;
            }
        }
    }
}
