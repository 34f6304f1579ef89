namespace Hnn.Testing.Oracle;

/// <summary>Fast sodium, delayed rectifier and leak (<c>hh2</c>, section 5).</summary>
internal sealed class HodgkinHuxleyCurrent(HodgkinHuxleyCurrent.Rates rates, double gNaBar, double gKBar, double gLeak, double eLeak)
    : MembraneCurrent(1)
{
    private const double SodiumReversal = 50;
    private const double PotassiumReversal = -77;
    private double _m, _h, _n, _gNa, _gK, _sodium, _potassium, _leak;

    public override double Sodium => _sodium;

    public override double Potassium => _potassium;

    internal override void Initialise(double v) => (_m, _h, _n) = (rates.M.Steady.At(v), rates.H.Steady.At(v), rates.N.Steady.At(v));

    internal override double At(double v)
    {
        _gNa = gNaBar * _m * _m * _m * _h;
        _gK = gKBar * _n * _n * _n * _n;
        _sodium = _gNa * (v - SodiumReversal);
        _potassium = _gK * (v - PotassiumReversal);
        _leak = gLeak * (v - eLeak);
        return _sodium + _potassium + _leak;
    }

    internal override void Advance(double v, double timeStep)
    {
        _m = rates.M.Advanced(_m, v, timeStep);
        _h = rates.H.Advanced(_h, v, timeStep);
        _n = rates.N.Advanced(_n, v, timeStep);
    }

    public override double Observe(string quantity) => quantity switch
    {
        "m" => _m,
        "h" => _h,
        "n" => _n,
        "gna" => _gNa,
        "gk" => _gK,
        "il" => _leak,
        _ => throw Unknown(quantity),
    };

    /// <summary>The gates' tables at one temperature in °C.</summary>
    internal sealed class Rates
    {
        public Rates(double celsius)
        {
            var q10 = Math.Pow(3, (celsius - 6.3 - 30.7) / 10);
            M = Tabulate(q10, v => 0.1 * LinearOverExponential(-(v + 40), 10), v => 4 * Math.Exp(-(v + 65) / 18));
            H = Tabulate(q10, v => 0.07 * Math.Exp(-(v + 65) / 20), v => 1 / (Math.Exp(-(v + 35) / 10) + 1));
            N = Tabulate(q10, v => 0.01 * LinearOverExponential(-(v + 55), 10), v => 0.125 * Math.Exp(-(v + 65) / 80));
        }

        public Gate M { get; }

        public Gate H { get; }

        public Gate N { get; }

        private static Gate Tabulate(double q10, Func<double, double> opening, Func<double, double> closing) => new(
            new RateTable(-100, 100, 200, v => opening(v) / (opening(v) + closing(v))),
            new RateTable(-100, 100, 200, v => 1 / (q10 * (opening(v) + closing(v)))));

        // x / (exp(x/y) - 1), continued smoothly through x = 0.
        private static double LinearOverExponential(double x, double y) =>
            Math.Abs(x / y) < 1e-6 ? y * (1 - x / y / 2) : x / (Math.Exp(x / y) - 1);
    }
}
