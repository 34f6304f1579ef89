using System.Collections.Immutable;

namespace Hnn.Cli.Measuring.Fits;

/// <summary>What a fit of the tutorial came to.</summary>
/// <param name="Seed">Seed of the solver.</param>
/// <param name="LossAfter">Least loss in nAm after so many evaluations as <see cref="TutorialFits.Marks"/> says; NaN where the fit was shorter.</param>
/// <param name="LateMisfit">Misfit in nAm at 80 ms and later of the best of the first 200 evaluations.</param>
/// <param name="Seconds">Time of the fit; of one that was read from its checkpoint, the time of reading.</param>
/// <param name="SolverShare">The solver's own part of that time.</param>
internal sealed record TutorialFitRow(int Seed, ImmutableArray<double> LossAfter, double LateMisfit, double Seconds, double SolverShare);
