namespace Hnn.Engine.Synapses;

/// <summary>Conductance that rises and decays exponentially, its peak equal to the synaptic weight (in µS): the default of all receptors.</summary>
/// <param name="Reversal">Reversal potential in mV.</param>
/// <param name="RiseTime">Time constant of the rise (tau1) in ms. Positive; made slightly smaller than the decay's where it is not.</param>
/// <param name="DecayTime">Time constant of the decay (tau2) in ms. Positive.</param>
/// <remarks>Source: <c>Exp2Syn</c> of NEURON.</remarks>
public sealed record Exp2Synapse(double Reversal, double RiseTime, double DecayTime) : Synapse
{
    /// <inheritdoc/>
    public override string MechanismName => "Exp2Syn";
}
