namespace Hnn.Engine.Synapses;

/// <summary>GABA-B receptor with G-protein cascade: the conductance saturates with the fourth power of the activated protein.</summary>
/// <remarks>Source: <c>gabab_destexhe</c> as shipped with hnn-core (Destexhe and Sejnowski 1995).</remarks>
public sealed record GabaBDestexheSynapse : Synapse
{
    /// <inheritdoc/>
    public override string MechanismName => "gabab_destexhe";

    /// <summary>Peak transmitter concentration (Cmax) in mM. Default: 0.5.</summary>
    public double PeakTransmitter { get; init; } = 0.5;

    /// <summary>Length of the transmitter pulse (Cdur) in ms. Default: 0.3.</summary>
    public double PulseDuration { get; init; } = 0.3;

    /// <summary>Rate of binding (K1) per ms and mM. Default: 0.52.</summary>
    public double K1 { get; init; } = 0.52;

    /// <summary>Rate of unbinding (K2) per ms. Default: 0.0013.</summary>
    public double K2 { get; init; } = 0.0013;

    /// <summary>Rate of G-protein production (K3) per ms. Default: 0.098.</summary>
    public double K3 { get; init; } = 0.098;

    /// <summary>Rate of G-protein decay (K4) per ms. Default: 0.033.</summary>
    public double K4 { get; init; } = 0.033;

    /// <summary>Dissociation constant of the channel (KD). Default: 100.</summary>
    public double KD { get; init; } = 100;

    /// <summary>Reversal potential (Erev) in mV. Default: -95.</summary>
    public double Reversal { get; init; } = -95;
}
