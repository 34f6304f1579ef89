using System.Collections.Immutable;
using Hnn.Cli.Fitting;
using Hnn.Cli.Output;
using Hnn.Cli.Verbs;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;

namespace Hnn.Cli.Measuring.Fits;

/// <summary>Fits the tutorial's ten parameters, once for each seed of a solver.</summary>
/// <param name="terminal">Where progress is shown.</param>
/// <param name="target">The measured dipole.</param>
/// <param name="folder">Folder of the checkpoints.</param>
internal sealed class TutorialFits(Terminal terminal, Dipole target, string folder)
{
    // The second proximal drive hardly reaches earlier samples.
    private const double LateStart = 80;

    /// <summary>After how many evaluations losses are reported.</summary>
    public static ImmutableArray<int> Marks { get; } = [50, 100, 200, 400, 600];

    /// <summary>Fits with one seed, or goes on with its checkpoint.</summary>
    /// <param name="solver">The method.</param>
    /// <param name="evaluations">Number of evaluations.</param>
    /// <param name="seed">Seed of the method.</param>
    /// <param name="trials">Number of trials whose mean is compared.</param>
    /// <param name="cancellation">Ends the fit.</param>
    public FitResult Fit(Solver solver, int evaluations, int seed, int trials, CancellationToken cancellation)
    {
        var optimizer = new Optimizer(TutorialNetwork.WithoutSecondProximal(TutorialNetwork.Mesh), target.Times[^1], TutorialNetwork.Constraints, TutorialNetwork.SetParameters)
        {
            Solver = solver, MaxEvaluations = evaluations, Seed = (ulong)seed,
        };
        var options = TutorialNetwork.Options with { Trials = trials, FreshTrials = 0 };
        var fit = FitRunner.Run(terminal, optimizer, target, options, Path.Combine(folder, $"tutorial-{solver.Name}-{trials}-{seed}.jsonl"), cancellation);
        cancellation.ThrowIfCancellationRequested();
        return fit;
    }

    /// <summary>What one fit came to.</summary>
    public TutorialFitRow RowOf(FitResult fit, int seed)
    {
        var best = fit.RunningBest;
        var at200 = fit.History.Take(200).MinBy(evaluation => evaluation.Loss)!;
        return new TutorialFitRow(
            seed,
            [.. Marks.Select(mark => mark <= best.Length ? best[mark - 1] : double.NaN)],
            LateMisfit(at200),
            fit.Elapsed.TotalSeconds,
            fit.SolverElapsed.TotalSeconds / fit.Elapsed.TotalSeconds);
    }

    // Root of the mean squared difference to the late samples of the target. The residuals are the differences over the root of their number.
    private double LateMisfit(Evaluation evaluation)
    {
        var late = evaluation.Residuals.Where((_, sample) => target.Times[sample] >= LateStart).ToArray();
        return Math.Sqrt(late.Sum(residual => residual * residual) * evaluation.Residuals.Length / late.Length);
    }
}
