namespace Hnn.Testing.Oracle;

/// <summary>Potassium current activated by inner calcium (<c>kca</c>, section 5, without a table); densities in pS/µm².</summary>
internal sealed class CalciumActivatedCurrent(double celsius, InnerCalcium inner, double gBar) : MembraneCurrent(1)
{
    private const double PotassiumReversal = -77;
    private const double Closing = 0.02;
    private readonly double _speed = Temperature.Speed(celsius);
    private double _n, _g, _potassium;

    public override double Potassium => _potassium;

    private double Opening => 0.01 * inner.Concentration;

    private double Steady => Opening / (Opening + Closing);

    internal override void Initialise(double v) => _n = Steady;

    internal override double At(double v)
    {
        _g = _speed * gBar * _n;
        _potassium = 1e-4 * _g * (v - PotassiumReversal);
        return _potassium;
    }

    // The pool was moved before: this sees the new concentration (section 2.2).
    internal override void Advance(double v, double timeStep) =>
        _n = Gate.Relaxed(_n, Steady, 1 / _speed / (Opening + Closing), timeStep);

    public override double Observe(string quantity) => quantity switch
    {
        "n" => _n,
        "gk" => _g,
        _ => throw Unknown(quantity),
    };
}
