using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

/// <summary>A smooth problem like a fit of a dipole: a waveform of three Gaussian peaks on a slope, ten parameters, is to become that of hidden parameters.</summary>
internal sealed class WaveformProblem(ulong seed)
{
    private readonly double[] _target = Waveform(Draw(seed));

    /// <summary>The middle of the cube, 200 evaluations.</summary>
    public static SolverProblem Problem { get; } = new() { Start = [.. Enumerable.Repeat(0.5, 10)], Budget = 200 };

    /// <summary>Differences divided by the root of their number: the root of the sum of squares is the RMSE.</summary>
    public double[] Residuals(ImmutableArray<double> point) =>
        [.. Waveform(point).Zip(_target, (simulated, measured) => (simulated - measured) / Math.Sqrt(_target.Length))];

    /// <summary>The smallest loss a solver has found after 200 evaluations.</summary>
    public double BestOf(Solver solver) => SolverRuns.MinimizeResiduals(solver, Problem, Residuals).Min(value => value.Loss);

    private static double[] Waveform(ImmutableArray<double> point) =>
        [.. Enumerable.Range(0, 100).Select(sample => Value(point, sample / 99.0))];

    private static double Value(ImmutableArray<double> point, double time)
    {
        var value = 4 * (point[9] - 0.5) * time;
        for (var peak = 0; peak < 3; peak++)
        {
            var height = (peak == 1 ? -1 : 1) * (2 + 8 * point[3 * peak]);
            var distance = time - (0.2 + 0.3 * peak + 0.2 * (point[3 * peak + 1] - 0.5));
            var width = 0.03 + 0.12 * point[3 * peak + 2];
            value += height * Math.Exp(-distance * distance / (2 * width * width));
        }

        return value;
    }

    private static ImmutableArray<double> Draw(ulong seed)
    {
        // Not the numbers that a solver draws from the same seed.
        var random = new SolverRandom(seed + 1000);
        return [.. Enumerable.Range(0, 10).Select(_ => random.NextUniform())];
    }
}
