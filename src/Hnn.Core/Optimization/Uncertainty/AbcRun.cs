using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>The populations of ABC-SMC, one after the other. Mutable; one for each sampling.</summary>
internal sealed class AbcRun(int dimension, AbcOptions options, PointBatches batches)
{
    private const int SmallestBatch = 32;

    private readonly SolverRandom _random = new(options.Seed);
    private readonly List<double> _tolerances = [];
    private ImmutableArray<WeightedPoint> _particles = [];
    private List<PointValue> _accepted = [];

    /// <summary>Samples until there is a reason to stop.</summary>
    public AbcStop Sample()
    {
        if (Fill(Prior, double.MaxValue) is { } early)
            return early;
        Settle(_ => 1, _accepted.Max(value => value.Loss));
        while (_tolerances[^1] > options.TargetTolerance)
        {
            var losses = _particles.Select(particle => particle.Value.Loss).ToArray();
            var quantile = Quantiles.Of(losses, [.. _particles.Select(particle => particle.Weight)], options.Quantile)[0];
            var tolerance = Math.Max(quantile, options.TargetTolerance);
            if (tolerance >= _tolerances[^1])
                return AbcStop.EqualLosses;
            var kernel = new AbcKernel(_particles);
            if (Fill(() => kernel.Propose(_random), tolerance) is { } stop)
                return stop;
            Settle(kernel.Weight, tolerance);
        }

        return AbcStop.TargetTolerance;
    }

    /// <summary>The last complete population, or the beginning of the first.</summary>
    public AbcPosterior Result(ImmutableArray<string> names, AbcStop stop) => new()
    {
        Names = names,
        Particles = _tolerances.Count > 0 ? _particles : Weighted(_accepted, _ => 1),
        Tolerances = [.. _tolerances],
        Evaluations = batches.Count,
        Stop = stop,
    };

    private ImmutableArray<double> Prior() => [.. Enumerable.Range(0, dimension).Select(_ => _random.NextUniform())];

    private void Settle(Func<ImmutableArray<double>, double> weight, double tolerance)
    {
        _particles = Weighted(_accepted, weight);
        _tolerances.Add(tolerance);
    }

    // Evaluates proposals until enough are accepted, the first ones counting; says why if there are not enough.
    // The length of a batch follows from the share accepted so far, so that few evaluations are made in vain.
    private AbcStop? Fill(Func<ImmutableArray<double>> propose, double tolerance)
    {
        _accepted = [];
        var proposed = 0;
        while (_accepted.Count < options.Particles)
        {
            var (missing, left) = (options.Particles - _accepted.Count, options.Budget - batches.Count);
            if (left <= 0)
                return AbcStop.Budget;
            if (proposed >= options.Particles && _accepted.Count < options.SmallestAcceptance * proposed)
                return AbcStop.Acceptance;
            var share = proposed == 0 ? 1 : (_accepted.Count + 1.0) / (proposed + 1);
            var count = Math.Min(left, Math.Max(SmallestBatch, (int)Math.Min(missing / share, PointBatches.BatchSize)));
            var values = batches.Evaluate([.. Enumerable.Range(0, count).Select(_ => propose())]);
            _accepted.AddRange(values.Where(value => value.Loss <= tolerance).Take(missing));
            proposed += count;
        }

        return null;
    }

    private static ImmutableArray<WeightedPoint> Weighted(List<PointValue> values, Func<ImmutableArray<double>, double> weight)
    {
        var weights = values.Select(value => weight(value.Point)).ToArray();
        var sum = weights.Sum();
        return [.. values.Zip(weights, (value, w) => new WeightedPoint(value, w / sum))];
    }
}
