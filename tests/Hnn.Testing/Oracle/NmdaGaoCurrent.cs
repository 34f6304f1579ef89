using Hnn.Engine.Synapses;

namespace Hnn.Testing.Oracle;

/// <summary>NMDA receptor with transmitter pulses and magnesium block (<c>NMDA_gao</c>, section 5).</summary>
/// <remarks>The membrane receives i + iNMDA + ica with i = iNMDA and ica = iNMDA/10, that is 2.1 iNMDA, as in the reference.</remarks>
internal sealed class NmdaGaoCurrent : SynapticCurrent
{
    private readonly NmdaGaoSynapse _synapse;
    private readonly RateTable _unblocked;
    private readonly double _boundAtRest, _bindingTime;
    private double _on, _off, _weightOn, _g, _current, _calcium;

    public NmdaGaoCurrent(NmdaGaoSynapse synapse, double segmentArea) : base(segmentArea)
    {
        _synapse = synapse;
        _unblocked = new RateTable(-140, 80, 1000, v => 1 / (1 + Math.Exp(0.072 * -v) * (synapse.Magnesium / 3.57)));
        var binding = synapse.PeakTransmitter * synapse.BindingRate;
        _boundAtRest = binding / (binding + synapse.UnbindingRate);
        _bindingTime = 1 / (binding + synapse.UnbindingRate);
    }

    public override double Calcium => _calcium;

    internal override ContactState NewContactState() => new();

    internal override void Initialise(double v) => (_on, _off, _weightOn) = (0, 0, 0);

    internal override double At(double v)
    {
        _g = (_on + _off) * _synapse.ConductanceFactor * _unblocked.At(v);
        _current = _g * (v - _synapse.Reversal);
        _calcium = _current / 10;
        return _calcium + _current + _current;
    }

    internal override void Advance(double v, double timeStep)
    {
        _on = Gate.Relaxed(_on, _weightOn * _boundAtRest, _bindingTime, timeStep);
        _off = Gate.Relaxed(_off, 0, 1 / _synapse.UnbindingRate, timeStep);
    }

    internal override (double Time, int Number)? Arrive(Contact contact, double time)
    {
        var state = contact.State!;
        state.SpikeCount++;
        if (!state.IsOn)
        {
            state.Bound *= Math.Exp(-_synapse.UnbindingRate * (time - state.Time));
            state.Time = time;
            state.IsOn = true;
            _weightOn += contact.Weight;
            _on += state.Bound;
            _off -= state.Bound;
        }

        return (time + _synapse.PulseDuration, state.SpikeCount);
    }

    // Only the end of the last pulse counts: each spike during a pulse prolongs it.
    internal override void EndPulse(Contact contact, double time, int number)
    {
        var state = contact.State!;
        if (number != state.SpikeCount)
            return;
        var target = contact.Weight * _boundAtRest;
        state.Bound = target + (state.Bound - target) * Math.Exp(-(time - state.Time) / _bindingTime);
        state.Time = time;
        state.IsOn = false;
        _weightOn -= contact.Weight;
        _on -= state.Bound;
        _off += state.Bound;
    }

    public override double Observe(string quantity) => quantity switch
    {
        "Ron" => _on,
        "Roff" => _off,
        "g" => _g,
        "i" or "iNMDA" => _current,
        "ica" => _calcium,
        _ => throw Unknown(quantity),
    };
}
