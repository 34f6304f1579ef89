namespace Hnn.Core.Networks;

/// <summary>Whether a cell excites or inhibits its targets.</summary>
public enum Polarity
{
    /// <summary>Excitatory: pyramidal cells.</summary>
    Excitatory,

    /// <summary>Inhibitory: basket cells.</summary>
    Inhibitory,
}
