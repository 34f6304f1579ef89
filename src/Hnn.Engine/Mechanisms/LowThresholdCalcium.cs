using Hnn.Engine.Kernels;

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

    internal override Kernel<V> CreateKernel<V>(KernelSites sites) =>
        new TwoGateKernel<V>(sites, Rates(), site => sites["gbar"][site], reversal: 125, initial: 0);

    // Columns: target and time constant of m, then of h.
    private static RateTable Rates() => new(
        -120,
        40,
        641,
        v => 1 / (1 + Math.Exp((-v - 56) / 6.2)),
        v => 0.204 + 0.333 / (Math.Exp((v + 15.8) / 18.2) + Math.Exp((-v - 131) / 16.7)),
        v => 1 / (1 + Math.Exp((v + 80) / 4)),
        v => v < -81 ? 0.333 * Math.Exp((v + 466) / 66.6) : 9.32 + 0.333 * Math.Exp((-v - 21) / 10.5));
}
