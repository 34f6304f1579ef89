using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using MathNet.Numerics.Distributions;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>A check of a method of inference: over synthetic data sets with parameters drawn from the prior, the ranks of the true values among posterior draws must be uniform. Immutable.</summary>
/// <remarks>Source: S. Talts, M. Betancourt, D. Simpson, A. Vehtari, A. Gelman, arXiv:1804.06788 (2018).</remarks>
/// <param name="Parameters">One for each parameter, in their order.</param>
/// <param name="DataSets">Number of data sets.</param>
public sealed record SimulationBasedCalibration(ImmutableArray<CalibrationRanks> Parameters, int DataSets)
{
    /// <summary>Infers the parameters of many synthetic data sets and tests the ranks.</summary>
    /// <param name="sampler">The method to be checked, with the making of a data set; it may run in parallel inside.</param>
    /// <param name="names">A name for each coordinate.</param>
    /// <param name="options">How thoroughly; null for <see cref="CalibrationOptions.Default"/>.</param>
    /// <param name="progress">Is told the fraction of the data sets that is done.</param>
    /// <param name="cancellation">Stops the check between data sets.</param>
    /// <exception cref="ArgumentException">An option or name does not fit, or the sampler gave another number of draws than was asked for.</exception>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static SimulationBasedCalibration Run(
        PosteriorSampler sampler,
        ImmutableArray<string> names,
        CalibrationOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        options ??= CalibrationOptions.Default;
        options.Check();
        ParameterNames.Check(names);
        var random = new SolverRandom(options.Seed);
        var ranks = names.Select(_ => new List<int>()).ToArray();
        for (var set = 0; set < options.DataSets; set++)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<double> truth = [.. names.Select(_ => random.NextUniform())];
            var draws = sampler(truth, options.Draws, random.NextBits(), cancellation);
            if (draws.Count != options.Draws)
                throw new ArgumentException($"The sampler gave {draws.Count} draws, not {options.Draws}. Let it return as many as it is asked for.", nameof(sampler));
            for (var i = 0; i < names.Length; i++)
                ranks[i].Add(draws.Count(draw => draw[i] < truth[i]));
            progress?.Report((set + 1.0) / options.DataSets);
        }

        return new SimulationBasedCalibration([.. names.Select((name, i) => Test(name, [.. ranks[i]], options))], options.DataSets);
    }

    /// <summary>Whether no parameter's ranks depart from uniformity.</summary>
    /// <param name="level">Probability of rejecting a method that is right, shared among the parameters. Default: 0.01.</param>
    public bool IsCalibrated(double level = 0.01) => Parameters.All(parameter => parameter.PValue >= level / Parameters.Length);

    /// <summary>A table of the tests, a line for each parameter.</summary>
    public string ToText() =>
        $"Simulation-based calibration with {DataSets} data sets: {(IsCalibrated() ? "no departure from uniform ranks" : "ranks are not uniform")}\n" + PlainTable.Of(
            ["parameter", "chi²", "p", "ranks"],
            Parameters.Select(parameter => (string[])
                [parameter.Parameter, PlainTable.Number(parameter.ChiSquared), PlainTable.Number(parameter.PValue), string.Join(' ', parameter.Histogram)]));

    private static CalibrationRanks Test(string name, ImmutableArray<int> ranks, CalibrationOptions options)
    {
        var histogram = new int[options.Bins];
        foreach (var rank in ranks)
            histogram[rank * options.Bins / (options.Draws + 1)]++;
        var expected = ranks.Length / (double)options.Bins;
        var statistic = histogram.Sum(count => (count - expected) * (count - expected) / expected);
        return new CalibrationRanks(name, ranks, [.. histogram], statistic, 1 - MathNet.Numerics.Distributions.ChiSquared.CDF(options.Bins - 1, statistic));
    }
}
