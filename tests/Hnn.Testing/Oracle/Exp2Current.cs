using Hnn.Engine.Synapses;

namespace Hnn.Testing.Oracle;

/// <summary>Two-exponential synapse (<c>Exp2Syn</c>, section 5).</summary>
internal sealed class Exp2Current : SynapticCurrent
{
    private readonly double _riseTime, _decayTime, _reversal;
    private double _a, _b, _g, _current;

    public Exp2Current(Exp2Synapse synapse, double segmentArea) : base(segmentArea)
    {
        _reversal = synapse.Reversal;
        _decayTime = synapse.DecayTime;
        _riseTime = (synapse.RiseTime / _decayTime) switch
        {
            > 0.9999 => 0.9999 * _decayTime,
            < 1e-9 => 1e-9 * _decayTime,
            _ => synapse.RiseTime,
        };
        Factor = PeakFactor(_riseTime, _decayTime);
    }

    /// <summary>Factor that makes the conductance's peak equal to the weight.</summary>
    public double Factor { get; }

    public static double PeakFactor(double riseTime, double decayTime)
    {
        var peakTime = riseTime * decayTime / (decayTime - riseTime) * Math.Log(decayTime / riseTime);
        return 1 / (-Math.Exp(-peakTime / riseTime) + Math.Exp(-peakTime / decayTime));
    }

    internal override void Initialise(double v) => (_a, _b) = (0, 0);

    internal override double At(double v)
    {
        _g = _b - _a;
        return _current = _g * (v - _reversal);
    }

    internal override void Advance(double v, double timeStep)
    {
        _a = Gate.Relaxed(_a, 0, _riseTime, timeStep);
        _b = Gate.Relaxed(_b, 0, _decayTime, timeStep);
    }

    internal override (double Time, int Number)? Arrive(Contact contact, double time)
    {
        _a += contact.Weight * Factor;
        _b += contact.Weight * Factor;
        return null;
    }

    public override double Observe(string quantity) => quantity switch
    {
        "A" => _a,
        "B" => _b,
        "g" => _g,
        "i" => _current,
        _ => throw Unknown(quantity),
    };
}
