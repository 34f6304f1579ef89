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

    /// <summary>The rise's time constant as used: just below the decay's where the two would coincide.</summary>
    internal double EffectiveRiseTime =>
        RiseTime / DecayTime > 0.9999 ? 0.9999 * DecayTime
        : RiseTime / DecayTime < 1e-9 ? 1e-9 * DecayTime
        : RiseTime;

    /// <summary>Factor that makes the conductance's peak equal to the weight.</summary>
    internal double PeakFactor
    {
        get
        {
            var rise = EffectiveRiseTime;
            var peak = rise * DecayTime / (DecayTime - rise) * Math.Log(DecayTime / rise);
            return 1 / (-Math.Exp(-peak / rise) + Math.Exp(-peak / DecayTime));
        }
    }
}
