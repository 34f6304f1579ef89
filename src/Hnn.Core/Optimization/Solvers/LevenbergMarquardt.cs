using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>Least squares by Levenberg's and Marquardt's method, made for rough functions: derivatives are slopes over wide steps, never tangents.</summary>
/// <remarks>
/// The Jacobian is a weighted linear regression over all points evaluated near by, to which a difference step along each
/// coordinate is added; Broyden's update keeps it until it predicts badly. Bounds are kept exactly: every step minimises the
/// linear model within the cube. When steps no longer pay, difference steps are halved down to <see cref="SmallestStep"/>;
/// then the search begins again elsewhere, until the budget is used up.
/// Sources: K. Levenberg (1944); D. W. Marquardt (1963); C. G. Broyden (1965).
/// </remarks>
public sealed record LevenbergMarquardt : Solver
{
    /// <summary>Difference step with which each search begins, as a fraction of a coordinate's range. Above 0, at most 0.5. Default: 0.1.</summary>
    public double FirstStep { get; init; } = 0.1;

    /// <summary>
    /// The smallest difference step, as a fraction of a coordinate's range; a search ends when it makes no progress with it.
    /// Above 0, at most <see cref="FirstStep"/>. Default: 0.02, since spike times jump: what a waveform does over shorter steps is noise.
    /// For smooth functions 1e-8 gives minima to about eight digits.
    /// </summary>
    public double SmallestStep { get; init; } = 0.02;

    /// <summary>How many damping values, each eight times the one before, are tried at once. Positive. Default: 4.</summary>
    public int DampingValues { get; init; } = 4;

    /// <summary>Points from which to search after the problem's start, coordinates from 0 to 1. Default: none; further starts are the best of some random points.</summary>
    public ImmutableArray<ImmutableArray<double>> Starts { get; init; } = [];

    /// <inheritdoc/>
    public override string Name => "lm";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A setting does not fit, or the problem has no residuals.</exception>
    public override ISolverRun Begin(SolverProblem problem)
    {
        Check(problem);
        return new LevenbergMarquardtRun(this, problem);
    }

    /// <summary>Begins with points whose values are known: the best of them that lie apart are the starts, and all serve the regression.</summary>
    /// <param name="problem">The problem; its start is not evaluated.</param>
    /// <param name="known">Points with their values, in any order.</param>
    /// <param name="starts">From how many of them to search; the run ends when these searches have ended.</param>
    internal ISolverRun BeginFrom(SolverProblem problem, IReadOnlyList<PointValue> known, int starts)
    {
        Check(problem);
        return new LevenbergMarquardtRun(this, problem, known, starts);
    }

    private void Check(SolverProblem problem)
    {
        if (!problem.HasResiduals)
            throw new ArgumentException("The loss has no residuals, and without them there are no least squares. Choose a loss that has them, such as the RMSE, or another solver, such as 'cma'.", nameof(problem));
        Require.InRange(FirstStep, double.Epsilon, 0.5);
        Require.InRange(SmallestStep, double.Epsilon, FirstStep);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(DampingValues);
        foreach (var start in Starts)
        {
            if (start.Length != problem.Dimension || start.Any(coordinate => coordinate is not (>= 0 and <= 1)))
                throw new ArgumentException($"A start of {nameof(Starts)} is not a point of the problem. Give {problem.Dimension} coordinates from 0 to 1.");
        }
    }
}
