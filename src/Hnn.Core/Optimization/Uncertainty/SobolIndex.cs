namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>How much of an output's variance one parameter accounts for. Immutable.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="First">First-order index: the share of the variance that would vanish if this parameter were known. From 0 to 1, but for errors of estimation.</param>
/// <param name="Total">Total index: the share that would remain if all others were known; it counts the interactions with them too. At least the first-order index, but for errors of estimation.</param>
public sealed record SobolIndex(string Parameter, IntervalEstimate First, IntervalEstimate Total);
