namespace Hnn.Testing.Oracle;

/// <summary>Low-threshold current (<c>cat</c>, section 5): its own reversal potential, not counted as calcium.</summary>
internal sealed class LowThresholdCalciumCurrent(LowThresholdCalciumCurrent.Rates rates, double gBar) : MembraneCurrent(1)
{
    private const double Reversal = 125;
    private double _m, _h, _current;

    // m starts closed, only h at its steady state (section 3).
    internal override void Initialise(double v) => (_m, _h) = (0, rates.H.Steady.At(v));

    internal override double At(double v) => _current = gBar * _m * _m * _h * (v - Reversal);

    internal override void Advance(double v, double timeStep)
    {
        _m = rates.M.Advanced(_m, v, timeStep);
        _h = rates.H.Advanced(_h, v, timeStep);
    }

    public override double Observe(string quantity) => quantity switch
    {
        "m" => _m,
        "h" => _h,
        "i" => _current,
        _ => throw Unknown(quantity),
    };

    /// <summary>The gates' tables; the same at all temperatures.</summary>
    internal sealed class Rates
    {
        public Gate M { get; } = new(
            Tabulate(v => 1 / (1 + Math.Exp((-v - 56) / 6.2))),
            Tabulate(v => 0.204 + 0.333 / (Math.Exp((v + 15.8) / 18.2) + Math.Exp((-v - 131) / 16.7))));

        public Gate H { get; } = new(
            Tabulate(v => 1 / (1 + Math.Exp((v + 80) / 4))),
            Tabulate(v => v < -81 ? 0.333 * Math.Exp((v + 466) / 66.6) : 9.32 + 0.333 * Math.Exp((-v - 21) / 10.5)));

        private static RateTable Tabulate(Func<double, double> function) => new(-120, 40, 641, function);
    }
}
