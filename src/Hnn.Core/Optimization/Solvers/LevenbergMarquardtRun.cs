using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>A run of <see cref="LevenbergMarquardt"/>: one search after another, all learning from the same evaluations.</summary>
internal sealed class LevenbergMarquardtRun : BatchedRun
{
    private readonly LevenbergMarquardt _settings;
    private readonly SolverProblem _problem;
    private readonly List<PointValue> _known;
    private readonly List<PointValue> _starts = [];
    private readonly bool _restarts;

    /// <summary>Begins at the problem's start, goes on at those of the settings and then at random ones.</summary>
    public LevenbergMarquardtRun(LevenbergMarquardt settings, SolverProblem problem)
        : this(settings, problem, [], 0) => _restarts = true;

    /// <summary>Begins at the best points of those known that lie apart, and ends when all searches have ended.</summary>
    public LevenbergMarquardtRun(LevenbergMarquardt settings, SolverProblem problem, IReadOnlyList<PointValue> known, int starts)
    {
        (_settings, _problem, _known) = (settings, problem, [.. known]);
        // Random points of the cube are about 0.4 times the root of the dimension apart.
        var apart = 0.15 * Math.Sqrt(problem.Dimension);
        foreach (var value in known.Where(value => value.IsFinite).OrderBy(value => value.Loss))
        {
            if (_starts.Count < starts && _starts.All(start => ResidualModel.Distance(start.Point, value.Point) >= apart))
                _starts.Add(value);
        }
    }

    protected override IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches()
    {
        var searches = _starts.Select(start => Search(start, isSurrounded: false));
        if (_restarts)
            searches = searches.Concat(_settings.Starts.Prepend(_problem.Start).Select(SearchAround)).Concat(RandomSearches());
        return searches.SelectMany(batches => batches);
    }

    private IEnumerable<IEnumerable<IReadOnlyList<ImmutableArray<double>>>> RandomSearches()
    {
        var random = new SolverRandom(_problem.Seed);
        while (true)
            yield return SearchFromBest([.. Enumerable.Range(0, 2 * _problem.Dimension).Select(_ => RandomPoint(random))], isSurrounded: false);
    }

    // Evaluates a start together with the points for its first Jacobian.
    private IEnumerable<IReadOnlyList<ImmutableArray<double>>> SearchAround(ImmutableArray<double> start) =>
        SearchFromBest([start, .. LevenbergMarquardtSearch.DifferencePoints(start, _settings.FirstStep, 0)], isSurrounded: true);

    private IEnumerable<IReadOnlyList<ImmutableArray<double>>> SearchFromBest(ImmutableArray<double>[] points, bool isSurrounded)
    {
        yield return points;
        _known.AddRange(Told);
        var best = Told.MinBy(value => value.Loss)!;
        if (!best.IsFinite)
            yield break;
        foreach (var batch in Search(best, isSurrounded))
            yield return batch;
    }

    private IEnumerable<IReadOnlyList<ImmutableArray<double>>> Search(PointValue start, bool isSurrounded)
    {
        var search = new LevenbergMarquardtSearch(_settings, start, _known);
        if (isSurrounded)
            search.TrustKnownPoints();
        while (search.Next() is { Length: > 0 } points)
        {
            yield return points;
            _known.AddRange(Told);
            search.Take(Told);
        }
    }

    private ImmutableArray<double> RandomPoint(SolverRandom random) =>
        [.. Enumerable.Range(0, _problem.Dimension).Select(_ => random.NextUniform())];
}
