namespace Hnn.Testing.Oracle;

/// <summary>High-threshold calcium current (<c>ca</c>, section 5); densities in pS/µm².</summary>
internal sealed class HighThresholdCalciumCurrent(HighThresholdCalciumCurrent.Rates rates, InnerCalcium inner, double gBar)
    : MembraneCurrent(1)
{
    private double _m, _h, _g, _calcium;

    public override double Calcium => _calcium;

    internal override void Initialise(double v) => (_m, _h) = (rates.M.Steady.At(v), rates.H.Steady.At(v));

    internal override double At(double v)
    {
        _g = rates.Speed * gBar * _m * _m * _h;
        _calcium = 1e-4 * _g * (v - inner.Reversal);
        return _calcium;
    }

    internal override void Advance(double v, double timeStep)
    {
        _m = rates.M.Advanced(_m, v, timeStep);
        _h = rates.H.Advanced(_h, v, timeStep);
    }

    public override double Observe(string quantity) => quantity switch
    {
        "m" => _m,
        "h" => _h,
        "gca" => _g,
        _ => throw Unknown(quantity),
    };

    /// <summary>The gates' tables at one temperature in °C.</summary>
    internal sealed class Rates
    {
        public Rates(double celsius)
        {
            Speed = Temperature.Speed(celsius);
            M = Tabulate(v => 0.055 * (-27 - v) / (Math.Exp((-27 - v) / 3.8) - 1), v => 0.94 * Math.Exp((-75 - v) / 17));
            H = Tabulate(v => 0.000457 * Math.Exp((-13 - v) / 50), v => 0.0065 / (Math.Exp((-v - 15) / 28) + 1));
        }

        public double Speed { get; }

        public Gate M { get; }

        public Gate H { get; }

        private Gate Tabulate(Func<double, double> opening, Func<double, double> closing) => new(
            new RateTable(-120, 100, 199, v => opening(v) / (opening(v) + closing(v))),
            new RateTable(-120, 100, 199, v => 1 / Speed / (opening(v) + closing(v))));
    }
}
