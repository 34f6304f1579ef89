namespace Hnn.Testing.Oracle;

/// <summary>A first-order gate, x' = (steady - x) / tau, both read from tables (section 2.3, section 5).</summary>
/// <param name="Steady">Where the gate tends to, by voltage; without unit.</param>
/// <param name="Tau">Time constant in ms, by voltage.</param>
internal sealed record Gate(RateTable Steady, RateTable Tau)
{
    /// <summary>The gate's value one step later.</summary>
    public double Advanced(double x, double v, double timeStep) => Relaxed(x, Steady.At(v), Tau.At(v), timeStep);

    /// <summary>One step of x' = (steady - x) / tau with constant coefficients, written as the reference evaluates it.</summary>
    public static double Relaxed(double x, double steady, double tau, double timeStep)
    {
        var rate = -1 / tau;
        return x + (1 - Math.Exp(timeStep * rate)) * (-(steady / tau) / rate - x);
    }
}
