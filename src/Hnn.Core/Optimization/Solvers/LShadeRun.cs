using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>A run of <see cref="LShade"/>.</summary>
internal sealed class LShadeRun(SolverProblem problem, int firstPopulation) : BatchedRun
{
    /// <summary>Points of the last generation, the fewest that differences can be made of.</summary>
    public const int LastPopulation = 4;

    private const double BestFraction = 0.11;
    private const double ArchiveRatio = 2.6;

    private readonly SolverRandom _random = new(problem.Seed);
    private readonly LShadeMemory _memory = new();
    private readonly List<ImmutableArray<double>> _archive = [];

    protected override IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches()
    {
        yield return [problem.Start, .. Enumerable.Range(1, firstPopulation - 1).Select(_ => RandomPoint())];
        var population = Told.ToList();
        var evaluated = population.Count;
        while (true)
        {
            population = Survivors(population, evaluated);
            TrimArchive(population.Count);
            var factors = population.Select(_ => _memory.Draw(_random)).ToArray();
            var order = population.OrderBy(value => value.Loss).ToArray();
            yield return [.. population.Select((_, i) => Child(population, order, i, factors[i]))];
            evaluated += population.Count;
            Select(population, factors);
        }
    }

    // The best of the population, as many as the budget used so far allows.
    private List<PointValue> Survivors(List<PointValue> population, int evaluated)
    {
        var used = Math.Min(1, (double)evaluated / problem.Budget);
        var count = Math.Max(LastPopulation, (int)Math.Round(firstPopulation + (LastPopulation - firstPopulation) * used));
        return population.Count <= count ? population : [.. population.OrderBy(value => value.Loss).Take(count)];
    }

    private void TrimArchive(int population)
    {
        while (_archive.Count > (int)(ArchiveRatio * population))
            _archive.RemoveAt(_random.NextIndex(_archive.Count));
    }

    // Mutation "current-to-pbest/1" and binomial crossover. A coordinate that leaves the cube comes to lie halfway to the bound.
    private ImmutableArray<double> Child(List<PointValue> population, PointValue[] order, int parent, (double Scale, double Crossover) factors)
    {
        var bestCount = Math.Max(2, (int)Math.Round(BestFraction * population.Count));
        var best = order[_random.NextIndex(bestCount)].Point;
        var first = IndexExcept(population.Count, parent, parent);
        var second = IndexExcept(population.Count + _archive.Count, parent, first);
        var (current, plus) = (population[parent].Point, population[first].Point);
        var minus = second < population.Count ? population[second].Point : _archive[second - population.Count];
        var forced = _random.NextIndex(problem.Dimension);
        var child = current.ToBuilder();
        for (var i = 0; i < child.Count; i++)
        {
            if (_random.NextUniform() >= factors.Crossover && i != forced)
                continue;
            var x = current[i] + factors.Scale * (best[i] - current[i] + plus[i] - minus[i]);
            child[i] = x < 0 ? current[i] / 2 : x > 1 ? (1 + current[i]) / 2 : x;
        }

        return child.ToImmutable();
    }

    private void Select(List<PointValue> population, (double Scale, double Crossover)[] factors)
    {
        var successes = new List<(double Gain, double Scale, double Crossover)>();
        for (var i = 0; i < population.Count; i++)
        {
            if (Told[i].Loss < population[i].Loss)
            {
                successes.Add((population[i].Loss - Told[i].Loss, factors[i].Scale, factors[i].Crossover));
                _archive.Add(population[i].Point);
            }

            if (Told[i].Loss <= population[i].Loss)
                population[i] = Told[i];
        }

        _memory.Learn(successes);
        TrimArchive(population.Count);
    }

    private int IndexExcept(int count, int one, int other)
    {
        int index;
        do
            index = _random.NextIndex(count);
        while (index == one || index == other);
        return index;
    }

    private ImmutableArray<double> RandomPoint() => [.. Enumerable.Range(0, problem.Dimension).Select(_ => _random.NextUniform())];
}
