namespace Hnn.Testing.Oracle;

/// <summary>Hyperpolarisation-activated current (<c>ar</c>, section 5).</summary>
internal sealed class AnomalousRectifierCurrent(AnomalousRectifierCurrent.Rates rates, double gBar) : MembraneCurrent(1)
{
    private const double Reversal = -35;
    private double _m, _current;

    // Starts a quarter open whatever the voltage (section 3).
    internal override void Initialise(double v) => _m = 0.25;

    internal override double At(double v) => _current = gBar * _m * (v - Reversal);

    internal override void Advance(double v, double timeStep) => _m = rates.M.Advanced(_m, v, timeStep);

    public override double Observe(string quantity) => quantity switch
    {
        "m" => _m,
        "i" => _current,
        _ => throw Unknown(quantity),
    };

    /// <summary>The gate's tables; the same at all temperatures.</summary>
    internal sealed class Rates
    {
        public Gate M { get; } = new(
            new RateTable(-120, 40, 641, v => 1 / (1 + Math.Exp((v + 75) / 5.5))),
            new RateTable(-120, 40, 641, v => 1 / (Math.Exp(-14.6 - 0.086 * v) + Math.Exp(-1.87 + 0.07 * v))));
    }
}
