namespace Hnn.Core.Networks;

/// <summary>Gains of a network's connections by the polarity of source and target; null where the network has no such connections.</summary>
/// <param name="EE">From excitatory to excitatory cells.</param>
/// <param name="EI">From excitatory to inhibitory cells.</param>
/// <param name="IE">From inhibitory to excitatory cells.</param>
/// <param name="II">From inhibitory to inhibitory cells.</param>
public sealed record SynapticGains(ClassGain? EE, ClassGain? EI, ClassGain? IE, ClassGain? II);
