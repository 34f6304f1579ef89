using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>A run of <see cref="CmaEs"/>: one distribution after another, each with twice the population.</summary>
internal sealed class CmaEsRun(CmaEs settings, SolverProblem problem, bool evaluatesStart) : BatchedRun
{
    private readonly SolverRandom _random = new(problem.Seed);

    protected override IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches()
    {
        var population = settings.PopulationFor(problem.Dimension);
        ImmutableArray<double>[] alongWithFirst = evaluatesStart ? [problem.Start] : [];
        double[] center = [.. problem.Start];
        while (true)
        {
            foreach (var generation in Generations(center, population, alongWithFirst))
                yield return generation;
            (population, alongWithFirst) = (2 * population, []);
            center = [.. Enumerable.Range(0, problem.Dimension).Select(_ => _random.NextUniform())];
        }
    }

    // The points along with the first generation are evaluated, but take no part in the ranking.
    private IEnumerable<IReadOnlyList<ImmutableArray<double>>> Generations(double[] center, int population, ImmutableArray<double>[] alongWithFirst)
    {
        var constants = new CmaConstants(problem.Dimension, population, settings.IsActive);
        var distribution = new CmaDistribution(constants, center, settings.InitialStep);
        var penalty = new BoundPenalty(constants);
        var recentBest = new Queue<double>();
        while (distribution.LargestDeviation > settings.SmallestStep && distribution.IsWellConditioned && !IsFlat(recentBest, population))
        {
            var drawn = Enumerable.Range(0, population).Select(_ => distribution.Draw(_random)).ToArray();
            ImmutableArray<double>[] points = [.. drawn.Select(point => point.Select(x => Math.Clamp(x, 0, 1)).ToImmutableArray())];
            yield return [.. alongWithFirst, .. points];

            double[] losses = [.. Told.Skip(alongWithFirst.Length).Select(value => value.Loss)];
            alongWithFirst = [];
            recentBest.Enqueue(losses.Min());
            double[] penalized = penalty.Apply(distribution, drawn, losses);
            distribution.Update([.. Enumerable.Range(0, population).OrderBy(i => penalized[i]).Select(i => drawn[i])]);
        }
    }

    // Whether the best values of the last generations do not differ, that is, nothing more can be learnt here.
    private bool IsFlat(Queue<double> recentBest, int population)
    {
        var generations = 10 + 30 * problem.Dimension / population;
        if (recentBest.Count <= generations)
            return false;
        recentBest.Dequeue();
        return recentBest.Max() <= recentBest.Min() + 1e-14 * Math.Abs(recentBest.Min());
    }
}
