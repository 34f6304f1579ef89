using Hnn.Engine.Kernels;

namespace Hnn.Engine.Mechanisms;

/// <summary>Slow, muscarinic potassium current: <c>i = gbar tadj n (v + 77)</c>.</summary>
/// <remarks>Source: <c>km</c> of Jones et al. 2009 (Mainen 1996); rates from a table of 199 steps over -120 … 100 mV.</remarks>
public sealed class MuscarinicPotassium : DensityMechanism
{
    internal MuscarinicPotassium()
        : base(
            "km",
            new MechanismParameter("gbar", 10, "pS/µm²"))
    {
    }

    internal override Kernel<V> CreateKernel<V>(KernelSites sites)
    {
        var adjustment = Temperature.Adjustment(sites.Celsius);
        return new OneGateKernel<V>(sites, Rates(adjustment), site => 1e-4 * adjustment * sites["gbar"][site], reversal: -77);
    }

    private static RateTable Rates(double adjustment)
    {
        return new RateTable(-120, 100, 199, v => Open(v) / (Open(v) + Close(v)), v => 1 / adjustment / (Open(v) + Close(v)));

        static double Open(double v) => 0.001 * (v + 30) / (1 - Math.Exp(-(v + 30) / 9));
        static double Close(double v) => -0.001 * (v + 30) / (1 - Math.Exp((v + 30) / 9));
    }
}
