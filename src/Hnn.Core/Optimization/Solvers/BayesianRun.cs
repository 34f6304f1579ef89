using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers.GaussianProcesses;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>A run of <see cref="Bayesian"/>.</summary>
internal sealed class BayesianRun(Bayesian settings, SolverProblem problem) : ISolverRun
{
    private const int CandidatesEverywhere = 500, CandidatesNearby = 200, Incumbents = 5, Climbs = 3, ExploitEvery = 4;
    private const double StepAside = 0.01;

    private readonly SolverRandom _random = new(problem.Seed);
    private readonly SobolSequence _sequence = SobolSequence.Scrambled(problem.Dimension, problem.Seed);
    private readonly List<PointValue> _values = [];
    private readonly TrustRegion _region = new();
    private CovarianceParameters? _parameters;
    private int _proposed;

    public IReadOnlyList<ImmutableArray<double>> Ask(int limit)
    {
        var initial = settings.InitialSize ?? 2 * problem.Dimension + 2;
        if (_values.Count == 0)
            return [problem.Start, .. Spread(Math.Min(initial, limit) - 1)];
        return ModelData.IsEnough(_values) ? Propose(Math.Min(settings.BatchSize, limit)) : Spread(Math.Min(settings.BatchSize, limit));
    }

    public void Tell(IReadOnlyList<PointValue> values)
    {
        _values.AddRange(values);
        _region.Update(_values.Min(value => value.Loss), Math.Max(4, problem.Dimension / settings.BatchSize));
    }

    private ImmutableArray<ImmutableArray<double>> Spread(int count) => _sequence.Points(count, first: _values.Count);

    private List<ImmutableArray<double>> Propose(int count)
    {
        var (process, best) = FitModel();
        ImmutableArray<double>[] incumbents = [.. _values.OrderBy(value => value.Loss).Take(Incumbents).Select(value => value.Point)];
        var (low, high) = settings.UseTrustRegion
            ? _region.Box(incumbents[0], process.Parameters.LengthScales)
            : (new double[problem.Dimension], [.. Enumerable.Repeat(1.0, problem.Dimension)]);
        var search = new AcquisitionSearch(_random, low, high);
        var candidates = search.Draw(CandidatesEverywhere, incumbents, CandidatesNearby);
        var (improvement, leastMean) = (Improvement(process, best), LeastMean(process));
        var batch = new List<ImmutableArray<double>>();
        for (var i = 0; i < count; i++)
        {
            var acquisition = _proposed++ % ExploitEvery == 0 ? leastMean : improvement;
            var point = search.Minimize(acquisition, candidates.Select(candidate => (candidate, acquisition(candidate, []))), Climbs);
            if (ModelData.Contains([.. _values.Select(value => value.Point), .. batch], point))
                point = search.Near(incumbents[0], StepAside);
            batch.Add([.. point]);
            process.TryAppend(point, process.Predict(point).Mean);
        }

        return batch;
    }

    private (GaussianProcess Process, double Best) FitModel()
    {
        var values = ModelData.Select(_values, settings.ModelSize);
        double[][] points = [.. values.Select(value => value.Point.ToArray())];
        var targets = Standardized([.. values.Select(value => value.Loss)]);
        var fit = new MarginalLikelihoodFit { Noise = (1e-5, 2) };
        _parameters = fit.Run(
            CovarianceShape.Matern52, points, targets, [.. fit.Starts(problem.Dimension), .. new[] { _parameters }.OfType<CovarianceParameters>()]);
        return (GaussianProcess.TryCreate(CovarianceShape.Matern52, _parameters, points, targets)!, targets.Min());
    }

    // Small differences near the best loss are kept as they are, large ones are compressed: the model need not follow the cliffs far away.
    private static double[] Standardized(double[] losses)
    {
        var (best, worst) = (losses.Min(), losses.Max());
        // The worst is left out: it also stands for what failed.
        var others = losses.Where(loss => loss < worst).Order().ToArray();
        var scale = others[others.Length / 2] - best;
        double[] values = [.. losses.Select(loss => scale > 0 ? Math.Log(1 + (loss - best) / scale) : loss)];
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return [.. values.Select(value => (value - mean) / deviation)];
    }

    private static DifferentiableFunction LeastMean(GaussianProcess process) => (point, gradient) =>
        gradient.IsEmpty ? process.Predict(point).Mean : process.Predict(point, gradient, new double[gradient.Length]).Mean;

    private static DifferentiableFunction Improvement(GaussianProcess process, double best) => (point, gradient) =>
    {
        var varianceSlope = new double[gradient.Length];
        var (mean, variance) = gradient.IsEmpty ? process.Predict(point) : process.Predict(point, gradient, varianceSlope);
        var deviation = Math.Sqrt(Math.Max(variance, 1e-14 * process.Parameters.SignalVariance));
        var (value, byMean, byDeviation) = ExpectedImprovement.Logarithm(best, mean, deviation);
        for (var j = 0; j < gradient.Length; j++)
            gradient[j] = -(byMean * gradient[j] + byDeviation * varianceSlope[j] / (2 * deviation));
        return -value;
    };
}
