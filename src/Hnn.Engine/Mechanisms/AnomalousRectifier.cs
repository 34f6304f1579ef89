using Hnn.Engine.Kernels;

namespace Hnn.Engine.Mechanisms;

/// <summary>Hyperpolarisation-activated inward current (h current): <c>i = gbar m (v + 35)</c>.</summary>
/// <remarks>Source: <c>ar</c> of Jones et al. 2009. Its gate starts at 0.25, whatever the voltage; rates from a table of 641 steps over -120 … 40 mV.</remarks>
public sealed class AnomalousRectifier : DensityMechanism
{
    internal AnomalousRectifier()
        : base(
            "ar",
            new MechanismParameter("gbar", 0, "S/cm²"))
    {
    }

    internal override Kernel<V> CreateKernel<V>(KernelSites sites) =>
        new OneGateKernel<V>(sites, Rates(), site => sites["gbar"][site], reversal: -35, initial: 0.25);

    private static RateTable Rates() => new(
        -120,
        40,
        641,
        v => 1 / (1 + Math.Exp((v + 75) / 5.5)),
        v => 1 / (Math.Exp(-14.6 - 0.086 * v) + Math.Exp(-1.87 + 0.07 * v)));
}
