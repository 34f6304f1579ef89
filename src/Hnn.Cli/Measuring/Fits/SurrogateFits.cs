using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using MathNet.Numerics.Statistics;

namespace Hnn.Cli.Measuring.Fits;

/// <summary>Lets solvers minimise the waveform surrogate, twenty hidden points each, and takes medians.</summary>
internal static class SurrogateFits
{
    private const int FirstProblem = 100;

    /// <summary>After how many evaluations losses are reported.</summary>
    public static ImmutableArray<int> Marks { get; } = [50, 100, 200, 1000];

    /// <summary>The methods that are compared, and how many evaluations each may take: those with Gaussian processes, whose own time grows, fewer.</summary>
    public static ImmutableArray<(Solver Solver, int Budget)> Solvers { get; } =
    [
        (new RandomSearch(), 1000),
        .. Solver.Names.Select(name => (Solver.Named(name), name is "auto" or "bayesian" or "waveform-gp" ? 200 : 1000)),
    ];

    /// <summary>Runs a method on all problems.</summary>
    /// <param name="solver">The method.</param>
    /// <param name="budget">Number of evaluations.</param>
    /// <param name="problems">Number of hidden points.</param>
    /// <param name="isAttainable">Whether the targets can be reached.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Median loss at each mark; NaN beyond the budget.</returns>
    public static ImmutableArray<double> Medians(Solver solver, int budget, int problems, bool isAttainable, CancellationToken cancellation)
    {
        var losses = Enumerable.Range(0, problems).Select(problem =>
        {
            cancellation.ThrowIfCancellationRequested();
            return LossesOf(solver, budget, new WaveformSurrogate((ulong)(FirstProblem + problem), isAttainable), seed: (ulong)(problem + 1));
        }).ToArray();
        return [.. Marks.Select((mark, place) => mark <= budget ? losses.Select(loss => loss[place]).Median() : double.NaN)];
    }

    private static double[] LossesOf(Solver solver, int budget, WaveformSurrogate surrogate, ulong seed)
    {
        var run = solver.Begin(WaveformSurrogate.Problem(budget, seed));
        var losses = new List<double>();
        while (losses.Count < budget && run.Ask(budget - losses.Count) is { Count: > 0 } points)
        {
            var values = points.Select(surrogate.Evaluate).ToList();
            run.Tell(values);
            losses.AddRange(values.Select(value => value.Loss));
        }

        return [.. Marks.Select(mark => losses.Take(mark).Min())];
    }
}
