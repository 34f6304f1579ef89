namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Elementary effects of one parameter: changes of the loss, divided by the step that caused them. Immutable.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Mu">Mean of the effects, loss per whole range; NaN if there is none.</param>
/// <param name="MuStar">Mean of their absolute values: how much the parameter matters.</param>
/// <param name="Sigma">Their standard deviation (divisor: count - 1): how far the effect depends on where one is; 0 if the loss is linear. NaN below two effects.</param>
/// <param name="Count">Number of effects; those of steps from or to a failed evaluation are left out.</param>
public sealed record MorrisEffect(string Parameter, double Mu, double MuStar, double Sigma, int Count);
