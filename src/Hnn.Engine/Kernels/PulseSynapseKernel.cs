using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// PulseSynapseKernel: synapses driven by pulses of transmitter: a spike opens a pulse, an event of its own closes it.
// Besides the state of a synapse, every connection remembers where its last pulse left it. Few models use them, so
// they are computed lane by lane.
internal abstract unsafe class PulseSynapseKernel<V>(SynapseSlot[] slots) : SynapseKernel<V>(slots)
    where V : struct, ILanes<V>
{
    /// <summary>How long after a spike its pulse ends, in ms.</summary>
    public abstract double PulseDuration(SynapseSlot synapse);

    /// <summary>A spike arrives at a synapse's state, at its lane; returns the connection's state with the pulse open.</summary>
    public abstract PulseState Begin(SynapseSlot synapse, double* slot, PulseState connection, double weight, double time);

    /// <summary>The end of a pulse arrives, with the number of the spike that scheduled it; returns the connection's new state.</summary>
    public abstract PulseState End(SynapseSlot synapse, double* slot, PulseState connection, int pulse, double weight, double time);
}

// PulseState: what a connection remembers: the number of its spikes, whether its pulse is on, its part of the bound
// receptors at the last change, and when that was (ms).
internal readonly record struct PulseState(int Spikes, bool On, double Bound, double Since);
