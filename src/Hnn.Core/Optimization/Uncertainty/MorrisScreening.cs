using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>A cheap screening: random trajectories through the cube, on which one parameter after the other is changed by a wide step. Immutable.</summary>
/// <remarks>Source: M. D. Morris, Technometrics 33 (1991); mean of absolute values: F. Campolongo, J. Cariboni, A. Saltelli, Environmental Modelling and Software 22 (2007).</remarks>
/// <param name="Effects">One for each parameter, in their order.</param>
/// <param name="Evaluations">Number of evaluations.</param>
public sealed record MorrisScreening(ImmutableArray<MorrisEffect> Effects, int Evaluations)
{
    /// <summary>Evaluates the trajectories and gathers the effects on the loss.</summary>
    /// <param name="evaluator">Evaluates the points.</param>
    /// <param name="names">A name for each coordinate.</param>
    /// <param name="options">How thoroughly; null for <see cref="MorrisOptions.Default"/>.</param>
    /// <param name="progress">Is told the fraction that is done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the screening between batches.</param>
    /// <exception cref="ArgumentException">An option or name does not fit.</exception>
    /// <exception cref="OperationCanceledException">The screening was cancelled.</exception>
    public static MorrisScreening Estimate(
        PointEvaluator evaluator,
        ImmutableArray<string> names,
        MorrisOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        options ??= MorrisOptions.Default;
        options.Check();
        ParameterNames.Check(names);
        var (dimension, random) = (names.Length, new SolverRandom(options.Seed));
        var trajectories = Enumerable.Range(0, options.Trajectories).Select(_ => Trajectory(dimension, options.Levels, random)).ToArray();
        var batches = new PointBatches(evaluator, options.Trajectories * (dimension + 1), progress, cancellation);
        var values = batches.Evaluate([.. trajectories.SelectMany(trajectory => trajectory.Points)]);
        var effects = names.Select(_ => new List<double>()).ToArray();
        foreach (var (t, (order, points)) in trajectories.Index())
        {
            for (var step = 0; step < dimension; step++)
            {
                var (coordinate, before, after) = (order[step], values[t * points.Length + step], values[t * points.Length + step + 1]);
                if (before.IsFinite && after.IsFinite)
                    effects[coordinate].Add((after.Loss - before.Loss) / (points[step + 1][coordinate] - points[step][coordinate]));
            }
        }

        return new MorrisScreening([.. names.Select((name, i) => Effect(name, effects[i]))], batches.Count);
    }

    /// <summary>A table of the effects, the parameter that matters most first.</summary>
    public string ToText() =>
        $"Morris' elementary effects on the loss, per whole range, from {Evaluations} evaluations\n" + PlainTable.Of(
            ["parameter", "mu*", "mu", "sigma", "effects"],
            Effects.OrderByDescending(effect => effect.MuStar).Select(effect => (string[])
                [effect.Parameter, PlainTable.Number(effect.MuStar), PlainTable.Number(effect.Mu), PlainTable.Number(effect.Sigma), $"{effect.Count}"]));

    // Each coordinate starts on one end of a random step of half the levels and goes to the other, one after the other in random order.
    private static (int[] Order, ImmutableArray<double>[] Points) Trajectory(int dimension, int levels, SolverRandom random)
    {
        var (half, order) = (levels / 2, random.NextPermutation(dimension));
        var ends = Enumerable.Range(0, dimension).Select(_ =>
        {
            var (low, startsLow) = (random.NextIndex(half), random.NextIndex(2) == 0);
            var (from, to) = startsLow ? (low, low + half) : (low + half, low);
            return (From: from / (levels - 1.0), To: to / (levels - 1.0));
        }).ToArray();
        var points = new ImmutableArray<double>[dimension + 1];
        points[0] = [.. ends.Select(end => end.From)];
        for (var step = 0; step < dimension; step++)
            points[step + 1] = points[step].SetItem(order[step], ends[order[step]].To);
        return (order, points);
    }

    private static MorrisEffect Effect(string name, List<double> effects)
    {
        if (effects.Count == 0)
            return new MorrisEffect(name, double.NaN, double.NaN, double.NaN, 0);
        var mean = effects.Average();
        var variance = effects.Sum(effect => (effect - mean) * (effect - mean)) / (effects.Count - 1);
        return new MorrisEffect(name, mean, effects.Average(Math.Abs), Math.Sqrt(variance), effects.Count);
    }
}
