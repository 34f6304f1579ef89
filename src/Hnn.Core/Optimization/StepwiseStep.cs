using System.Collections.Immutable;

namespace Hnn.Core.Optimization;

/// <summary>One step of a stepwise fit. Immutable.</summary>
/// <param name="Drives">Names of the drives it fitted.</param>
/// <param name="Fit">The fit; its losses are weighted in time, but those of the last step.</param>
/// <param name="LossBefore">RMSE over the whole time before the step.</param>
/// <param name="LossAfter">RMSE over the whole time after the step. An early step may raise it, since later drives do not yet match.</param>
public sealed record StepwiseStep(ImmutableArray<string> Drives, FitResult Fit, double LossBefore, double LossAfter);
