namespace Hnn.Engine.Runs;

/// <summary>What a <see cref="Probe"/> records.</summary>
public enum ProbeQuantity
{
    /// <summary>Membrane voltage in mV.</summary>
    Voltage,

    /// <summary>Inner calcium concentration in mM.</summary>
    Calcium,

    /// <summary>Current of one synapse in nA.</summary>
    SynapticCurrent,
}
