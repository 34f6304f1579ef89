namespace Hnn.Engine.Synapses;

/// <summary>NMDA receptor driven by a pulse of transmitter, blocked by magnesium, partly permeable to calcium.</summary>
/// <remarks>Source: <c>NMDA_gao</c> as shipped with hnn-core (Gao et al. 2020). The membrane receives 2.1 times the recorded current, as in the reference.</remarks>
public sealed record NmdaGaoSynapse : Synapse
{
    /// <inheritdoc/>
    public override string MechanismName => "NMDA_gao";

    /// <summary>Peak transmitter concentration (Cmax) in mM. Default: 1.</summary>
    public double PeakTransmitter { get; init; } = 1;

    /// <summary>Length of the transmitter pulse (Cdur) in ms. Default: 1.</summary>
    public double PulseDuration { get; init; } = 1;

    /// <summary>Rate of binding (Alpha) per ms and mM. Default: 4.</summary>
    public double BindingRate { get; init; } = 4;

    /// <summary>Rate of unbinding (Beta) per ms. Default: 0.01.</summary>
    public double UnbindingRate { get; init; } = 0.01;

    /// <summary>Reversal potential (e) in mV. Default: 0.</summary>
    public double Reversal { get; init; }

    /// <summary>Outer magnesium concentration (mg) in mM. Default: 1.</summary>
    public double Magnesium { get; init; } = 1;

    /// <summary>Factor of the conductance (gmax), without unit. Default: 1.</summary>
    public double ConductanceFactor { get; init; } = 1;
}
