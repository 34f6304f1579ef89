namespace Hnn.Core.Optimization.Solvers;

/// <summary>
/// Bayesian optimisation: a Gaussian process describes the losses seen so far, and the points of largest expected improvement are evaluated next. Immutable.
/// For few evaluations of losses without residuals; where there are residuals, <see cref="WaveformGp"/> makes more of them.
/// </summary>
/// <remarks>
/// Covariance Matérn 5/2 with a length scale for each coordinate; batches by believing the predictions; logarithm of the improvement after S. Ament et al., NeurIPS 2023.
/// Not the reference's method of this name, which draws its points almost at random.
/// </remarks>
public sealed record Bayesian : Solver
{
    /// <inheritdoc/>
    public override string Name => "bayesian";

    /// <summary>Number of points evaluated before the first model, the start among them. At least 2. Default: null, twice the number of coordinates and 2 more.</summary>
    public int? InitialSize { get; init; }

    /// <summary>Number of points asked for at once after that. Positive. Default: 4.</summary>
    public int BatchSize { get; init; } = 4;

    /// <summary>Whether points are looked for only in a box around the best one, which grows with success and shrinks with failure. Default: false.</summary>
    /// <remarks>D. Eriksson et al., Scalable global optimization via local Bayesian optimization (TuRBO), NeurIPS 2019, with one region. Pays with many coordinates.</remarks>
    public bool UseTrustRegion { get; init; }

    /// <summary>Most evaluations the model is built on; of more than these the best are taken, with some of the others. At least 20. Default: 250.</summary>
    public int ModelSize { get; init; } = 250;

    /// <inheritdoc/>
    public override ISolverRun Begin(SolverProblem problem)
    {
        Require.InRange(InitialSize ?? 2, 2, int.MaxValue, name: nameof(InitialSize));
        Require.InRange(BatchSize, 1, int.MaxValue);
        Require.InRange(ModelSize, 20, int.MaxValue);
        return new BayesianRun(this, problem);
    }
}
