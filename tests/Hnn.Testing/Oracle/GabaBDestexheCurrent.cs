using Hnn.Engine.Synapses;

namespace Hnn.Testing.Oracle;

/// <summary>GABA-B receptor with G-protein cascade (<c>gabab_destexhe</c>, section 5): backward Euler, solved exactly.</summary>
internal sealed class GabaBDestexheCurrent(GabaBDestexheSynapse synapse, double segmentArea) : SynapticCurrent(segmentArea)
{
    private const double SaturatedProtein = 1e12;
    private readonly double _binding = synapse.K1 * synapse.PeakTransmitter;
    private double _on, _off, _protein, _weightOn, _g, _current;

    private double BoundAtRest => _binding / (_binding + synapse.K2);

    private double BindingTime => 1 / (_binding + synapse.K2);

    internal override ContactState NewContactState() => new();

    internal override void Initialise(double v) => (_on, _off, _protein, _weightOn) = (0, 0, 0, 0);

    internal override double At(double v)
    {
        var fourth = _protein * _protein * _protein * _protein;
        _g = _protein >= SaturatedProtein ? 1 : fourth / (fourth + synapse.KD);
        return _current = _g * (v - synapse.Reversal);
    }

    internal override void Advance(double v, double timeStep)
    {
        _on = (_on + timeStep * _weightOn * _binding) / (1 + timeStep * (_binding + synapse.K2));
        _off /= 1 + timeStep * synapse.K2;
        _protein = (_protein + timeStep * synapse.K3 * (_on + _off)) / (1 + timeStep * synapse.K4);
    }

    internal override (double Time, int Number)? Arrive(Contact contact, double time)
    {
        var state = contact.State!;
        state.Bound = contact.Weight * state.Bound * Math.Exp(-synapse.K2 * (time - state.Time));
        state.Time = time;
        _weightOn += contact.Weight;
        _on += state.Bound;
        _off -= state.Bound;
        return (time + synapse.PulseDuration, 1);
    }

    internal override void EndPulse(Contact contact, double time, int number)
    {
        var state = contact.State!;
        state.Bound = contact.Weight * (BoundAtRest + (state.Bound - BoundAtRest) * Math.Exp(-(time - state.Time) / BindingTime));
        state.Time = time;
        _weightOn -= contact.Weight;
        _on -= state.Bound;
        _off += state.Bound;
    }

    public override double Observe(string quantity) => quantity switch
    {
        "Ron" => _on,
        "Roff" => _off,
        "R" => _on + _off,
        "G" => _protein,
        "g" => _g,
        "i" => _current,
        _ => throw Unknown(quantity),
    };
}
