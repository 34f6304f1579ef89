using Hnn.Core.Results;

namespace Hnn.Core.Optimization;

/// <summary>How far a fit is, told after each evaluation.</summary>
/// <param name="Evaluations">Number of evaluations made, those read from a checkpoint included.</param>
/// <param name="Budget">Number of evaluations that may be made.</param>
/// <param name="Last">The evaluation made last.</param>
/// <param name="Best">The best evaluation so far.</param>
/// <param name="LastDipole">Mean dipole of the last evaluation, scaled and smoothed; null if it failed or was read from a checkpoint.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Remaining">Time until the budget is spent at the present speed; null before the first evaluation that was simulated.</param>
public sealed record FitProgress(
    int Evaluations, int Budget, Evaluation Last, Evaluation Best, Dipole? LastDipole, TimeSpan Elapsed, TimeSpan? Remaining)
{
    /// <summary>The part of the budget that is spent, from 0 to 1.</summary>
    public double Fraction => (double)Evaluations / Budget;
}
