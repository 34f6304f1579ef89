using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

/// <summary>What every solver must keep to, whatever it is told. For tests of single solvers.</summary>
internal static class SolverContract
{
    /// <summary>Points stay in the cube when values are arbitrary, a quarter of them infinite, and the start lies anywhere, also on faces.</summary>
    public static void StaysInTheCubeWhateverItIsTold(Solver solver)
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var random = new SolverRandom(seed);
            var start = Enumerable.Range(0, 1 + (int)seed % 5).Select(_ => Math.Clamp(2 * random.NextUniform() - 0.5, 0, 1)).ToImmutableArray();
            var problem = new SolverProblem { Start = start, Budget = 300, Seed = seed };

            // SolverRuns checks the points.
            var history = SolverRuns.Minimize(solver, problem, _ => random.NextIndex(4) == 0 ? double.PositiveInfinity : random.NextNormal());

            Assert.True(history.Count > start.Length);
        }
    }

    /// <summary>Points stay in the cube, and the best is found at its corner, when the way there leads along faces.</summary>
    public static double BestTowardsACorner(Solver solver, double start) =>
        SolverRuns.Minimize(
            solver,
            new SolverProblem { Start = [.. Enumerable.Repeat(start, 4)], Budget = 400 },
            point => point.Select((x, i) => (i + 1) * (i % 2 == 0 ? x : 1 - x)).Sum()).Min(value => value.Loss);

    /// <summary>A run that is repeated gives the same points, and so does one that is only told the values of the other.</summary>
    public static void IsRepeatable(Solver solver)
    {
        var problem = WaveformSurrogate.Problem(budget: 200, seed: 7);
        var history = SolverRuns.Run(solver, problem, new WaveformSurrogate(1).Evaluate);
        var told = 0;

        var replayed = SolverRuns.Run(solver, problem, _ => history[told++]);

        Assert.Equal(history.Count, replayed.Count);
        Assert.All(history.Zip(replayed), pair => Assert.Equal(pair.First.Point.AsSpan(), pair.Second.Point.AsSpan()));
    }

    /// <summary>A batch longer than the limit is cut, and the run ends with it.</summary>
    public static void EndsWithABatchThatIsCut(Solver solver)
    {
        var whole = solver.Begin(WaveformSurrogate.Problem(budget: 200, seed: 1)).Ask(limit: 200);
        var run = solver.Begin(WaveformSurrogate.Problem(budget: 200, seed: 1));

        var cut = run.Ask(limit: 3);
        run.Tell([.. cut.Select(point => new PointValue(point, 1, []))]);

        Assert.Equal(3, cut.Count);
        Assert.All(cut.Zip(whole), pair => Assert.Equal(pair.First.AsSpan(), pair.Second.AsSpan()));
        Assert.Empty(run.Ask(limit: 3));
    }
}
