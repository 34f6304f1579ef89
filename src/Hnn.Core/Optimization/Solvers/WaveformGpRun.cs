using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers.GaussianProcesses;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>A run of <see cref="WaveformGp"/>.</summary>
internal sealed class WaveformGpRun : ISolverRun
{
    private const int CandidatesEverywhere = 300, CandidatesNearby = 300, Shortlist = 100, Incumbents = 5, Climbs = 2, ExploitEvery = 4;
    private const double Refit = 1.2, StepAside = 0.02;

    private readonly WaveformGp _settings;
    private readonly SolverProblem _problem;
    private readonly SolverRandom _random;
    private readonly SobolSequence _sequence;
    private readonly AcquisitionSearch _search;
    private readonly List<PointValue> _values;
    private WaveformModel? _model;
    private ImmutableArray<CovarianceParameters> _parameters = [];
    private int _countAtFit;
    private int _proposed;
    private int _countInModel;

    public WaveformGpRun(WaveformGp settings, SolverProblem problem, ImmutableArray<PointValue> evaluated)
    {
        (_settings, _problem, _random, _values) = (settings, problem, new SolverRandom(problem.Seed), [.. evaluated]);
        _sequence = SobolSequence.Scrambled(problem.Dimension, problem.Seed);
        _search = new AcquisitionSearch(_random, new double[problem.Dimension], [.. Enumerable.Repeat(1.0, problem.Dimension)]);
    }

    public IReadOnlyList<ImmutableArray<double>> Ask(int limit)
    {
        var missing = _settings.ScreenSize - _values.Count;
        if (missing > 0)
            return Screen(Math.Min(missing, limit));
        if (!ModelData.IsEnough(_values))
            return Spread(Math.Min(_settings.BatchSize, limit));
        UpdateModel();
        return Propose(Math.Min(_settings.BatchSize, limit));
    }

    public void Tell(IReadOnlyList<PointValue> values) => _values.AddRange(values);

    private ImmutableArray<ImmutableArray<double>> Screen(int count) =>
        _values.Count == 0 ? [_problem.Start, .. Spread(count - 1)] : Spread(count);

    private ImmutableArray<ImmutableArray<double>> Spread(int count) => _sequence.Points(count, first: _values.Count);

    private void UpdateModel()
    {
        if (_model is null || _values.Count >= Refit * _countAtFit)
        {
            _model = WaveformModel.Fit(ModelData.Select(_values, _settings.ModelSize), _settings, _parameters);
            _parameters = _model.Parameters;
            _countAtFit = _values.Count;
        }
        else
        {
            var worst = ModelData.Worst(_values);
            foreach (var value in _values.Skip(_countInModel))
                _model.Append(ModelData.Repaired(value, worst));
        }

        _countInModel = _values.Count;
    }

    private List<ImmutableArray<double>> Propose(int count)
    {
        var model = _model!;
        var known = model.Count;
        var finite = _values.Where(value => value.IsFinite).OrderBy(value => value.Loss).ToList();
        var best = finite[0].Loss;
        var candidates = _search.Draw(CandidatesEverywhere, [.. finite.Take(Incumbents).Select(value => value.Point)], CandidatesNearby)
            .Concat(finite.Take(Incumbents).Select(value => value.Point.ToArray()))
            .Select(point => (Point: point, Predicted: model.Predict(point, [], []))).ToList();
        var batch = new List<ImmutableArray<double>>();
        for (var i = 0; i < count; i++)
        {
            var exploits = _proposed++ % ExploitEvery == 0;
            var acquisition = exploits ? LeastLoss(model) : Improvement(model, best);
            double Rank((double Mean, double Deviation) p) => exploits ? p.Mean : -ExpectedImprovement.Logarithm(best, p.Mean, p.Deviation).Value;
            if (i == 1)
                candidates = [.. candidates.OrderBy(candidate => Rank(candidate.Predicted)).Take(Shortlist)];
            if (i > 0)
                candidates = [.. candidates.Select(candidate => (candidate.Point, model.Predict(candidate.Point, [], [])))];
            var point = _search.Minimize(acquisition, candidates.Select(candidate => (candidate.Point, Rank(candidate.Predicted))), Climbs);
            if (ModelData.Contains([.. _values.Select(value => value.Point), .. batch], point))
                point = _search.Near(finite[0].Point, StepAside);
            batch.Add([.. point]);
            model.Believe(point);
        }

        model.Truncate(known);
        return batch;
    }

    private static DifferentiableFunction LeastLoss(WaveformModel model) => (point, gradient) =>
        model.Predict(point, gradient, new double[gradient.Length]).Mean;

    private static DifferentiableFunction Improvement(WaveformModel model, double best) => (point, gradient) =>
    {
        var deviationSlope = new double[gradient.Length];
        var (mean, deviation) = model.Predict(point, gradient, deviationSlope);
        var (value, byMean, byDeviation) = ExpectedImprovement.Logarithm(best, mean, deviation);
        for (var j = 0; j < gradient.Length; j++)
            gradient[j] = -(byMean * gradient[j] + byDeviation * deviationSlope[j]);
        return -value;
    };
}
