namespace Hnn.Testing.Oracle;

/// <summary>Inner calcium of one segment and its reversal potential; with a pool (<c>cad</c>) both move (section 5).</summary>
public sealed class InnerCalcium
{
    private const double RestWithPool = 1e-4;
    private const double RestWithoutPool = 5e-5;
    private const double ReversalWithoutPool = 132.4579341637009;
    private const double Depth = 0.1;

    // The pool's own digits, other than those of the Nernst potential.
    private const double Faraday = 96485.3;

    private readonly double _celsius;
    private readonly double? _decayTime;

    internal InnerCalcium(double celsius, double? decayTime)
    {
        _celsius = celsius;
        _decayTime = decayTime;
        Concentration = decayTime is null ? RestWithoutPool : RestWithPool;
        Reversal = ReversalWithoutPool;
    }

    /// <summary>Concentration in mM.</summary>
    public double Concentration { get; private set; }

    /// <summary>Reversal potential in mV.</summary>
    public double Reversal { get; private set; }

    /// <summary>Puts the reversal potential where the present concentration wants it; done at the beginning of step 4.</summary>
    internal void UpdateReversal()
    {
        if (_decayTime is not null)
            Reversal = Temperature.CalciumReversal(_celsius, Concentration);
    }

    /// <summary>One step of ca' = inflow + (rest - ca) / decay time, with the calcium current (mA/cm²) of step 4.</summary>
    internal void Advance(double current, double timeStep)
    {
        if (_decayTime is not { } tau)
            return;
        var inflow = Math.Max(0, -10000 * current / (2 * Faraday * Depth));
        var rate = -1 / tau;
        Concentration += (1 - Math.Exp(timeStep * rate)) * (-(inflow + RestWithPool / tau) / rate - Concentration);
    }
}
