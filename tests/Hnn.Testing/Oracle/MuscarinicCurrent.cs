namespace Hnn.Testing.Oracle;

/// <summary>Slow potassium current (<c>km</c>, section 5); densities in pS/µm².</summary>
internal sealed class MuscarinicCurrent(MuscarinicCurrent.Rates rates, double gBar) : MembraneCurrent(1)
{
    private const double PotassiumReversal = -77;
    private double _n, _g, _potassium;

    public override double Potassium => _potassium;

    internal override void Initialise(double v) => _n = rates.N.Steady.At(v);

    internal override double At(double v)
    {
        _g = rates.Speed * gBar * _n;
        _potassium = 1e-4 * _g * (v - PotassiumReversal);
        return _potassium;
    }

    internal override void Advance(double v, double timeStep) => _n = rates.N.Advanced(_n, v, timeStep);

    public override double Observe(string quantity) => quantity switch
    {
        "n" => _n,
        "gk" => _g,
        _ => throw Unknown(quantity),
    };

    /// <summary>The gate's tables at one temperature in °C.</summary>
    internal sealed class Rates
    {
        public Rates(double celsius)
        {
            Speed = Temperature.Speed(celsius);
            N = new Gate(
                new RateTable(-120, 100, 199, v => Opening(v) / (Opening(v) + Closing(v))),
                new RateTable(-120, 100, 199, v => 1 / Speed / (Opening(v) + Closing(v))));
        }

        public double Speed { get; }

        public Gate N { get; }

        private static double Opening(double v) => 0.001 * (v + 30) / (1 - Math.Exp(-(v + 30) / 9));

        private static double Closing(double v) => -0.001 * (v + 30) / (1 - Math.Exp((v + 30) / 9));
    }
}
