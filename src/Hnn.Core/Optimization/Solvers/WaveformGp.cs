using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>
/// Emulates the residuals as a function of the point by Gaussian processes on their principal components, and evaluates next where the emulated loss promises most.
/// Of all solvers here the one that needs the fewest evaluations. Immutable.
/// </summary>
/// <remarks>
/// Needs residuals. First a screen of points spread over the cube, then batches: one point of least predicted loss, the others of largest expected improvement.
/// The idea of emulating what a loss is composed of: R. Astudillo, P. Frazier, Bayesian optimization of composite functions, ICML 2019.
/// </remarks>
public sealed record WaveformGp : Solver
{
    /// <inheritdoc/>
    public override string Name => "waveform-gp";

    /// <summary>Number of points evaluated before the first model, the start among them. At least 4. Default: 20.</summary>
    public int ScreenSize { get; init; } = 20;

    /// <summary>Number of points asked for at once after the screen. Positive. Default: 2, one of least predicted loss and one of largest expected improvement; more at once need more evaluations, but less time on many cores.</summary>
    public int BatchSize { get; init; } = 2;

    /// <summary>Share of the residuals' variance that the principal components hold. Above 0, below 1. Default: 0.995.</summary>
    public double VarianceHeld { get; init; } = 0.995;

    /// <summary>Most principal components; the mean residual adds another one. Positive. Default: 7.</summary>
    public int MostDirections { get; init; } = 7;

    /// <summary>Most evaluations the emulator is built on; of more than these the best are taken, with some of the others. At least 20. Default: 200.</summary>
    public int ModelSize { get; init; } = 200;

    /// <inheritdoc/>
    public override ISolverRun Begin(SolverProblem problem) => Continue(problem, []);

    /// <summary>Begins a minimisation from points that have been evaluated already; they take the place of as many points of the screen.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="evaluated">The points and their values.</param>
    /// <exception cref="ArgumentException">A setting does not fit, or the problem lacks residuals.</exception>
    internal ISolverRun Continue(SolverProblem problem, ImmutableArray<PointValue> evaluated)
    {
        Require.InRange(ScreenSize, 4, int.MaxValue);
        Require.InRange(BatchSize, 1, int.MaxValue);
        Require.Positive(VarianceHeld);
        Require.InRange(VarianceHeld, 0, 1 - 1e-12);
        Require.InRange(MostDirections, 1, int.MaxValue);
        Require.InRange(ModelSize, 20, int.MaxValue);
        if (!problem.HasResiduals)
        {
            throw new ArgumentException(
                $"'{Name}' emulates residuals, and this loss has none. Choose a loss that is a root mean square of differences, or the solver 'bayesian' or 'cma'.", nameof(problem));
        }

        return new WaveformGpRun(this, problem, evaluated);
    }
}
