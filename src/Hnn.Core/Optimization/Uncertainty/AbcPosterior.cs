using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Weighted particles that follow a posterior approximately: points whose loss is at most the last tolerance. Immutable; coordinates run from 0 to 1.</summary>
public sealed record AbcPosterior
{
    /// <summary>A name for each coordinate.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>The particles; none if sampling ended before any evaluation succeeded.</summary>
    public required ImmutableArray<WeightedPoint> Particles { get; init; }

    /// <summary>Largest loss let in, for each complete population; the first is the largest loss of the prior's.</summary>
    public required ImmutableArray<double> Tolerances { get; init; }

    /// <summary>Number of evaluations.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Why sampling ended.</summary>
    public required AbcStop Stop { get; init; }

    /// <summary>How many equally weighted particles would be worth as much: 1 / Σ weight².</summary>
    public double EffectiveSampleSize => Particles.IsEmpty ? 0 : 1 / Particles.Sum(particle => particle.Weight * particle.Weight);

    private double[] Weights => [.. Particles.Select(particle => particle.Weight)];

    /// <summary>Posterior mean of a parameter, a coordinate.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public double Mean(string parameter) => Coordinates(parameter).Zip(Weights, (x, weight) => x * weight).Sum();

    /// <summary>Posterior standard deviation of a parameter, a fraction of its range.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public double StandardDeviation(string parameter)
    {
        var mean = Mean(parameter);
        return Math.Sqrt(Coordinates(parameter).Zip(Weights, (x, weight) => weight * (x - mean) * (x - mean)).Sum());
    }

    /// <summary>Quantiles of a parameter's marginal posterior, coordinates.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="probabilities">Each from 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or no particle.</exception>
    public ImmutableArray<double> Quantile(string parameter, params double[] probabilities)
    {
        var coordinates = Coordinates(parameter);
        RequireParticles();
        return [.. Quantiles.Of(coordinates, Weights, probabilities)];
    }

    /// <summary>Two parameters' coordinates, for a scatter plot.</summary>
    /// <param name="x">Name of the first.</param>
    /// <param name="y">Name of the second.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public ParameterPair Pair(string x, string y)
    {
        var (first, second, meanX, meanY) = (Coordinates(x), Coordinates(y), Mean(x), Mean(y));
        var covariance = Particles.Select((particle, i) => particle.Weight * (first[i] - meanX) * (second[i] - meanY)).Sum();
        return new ParameterPair([.. first], [.. second], [.. Weights], covariance / (StandardDeviation(x) * StandardDeviation(y)));
    }

    /// <summary>Draws particles by weight, with replacement: equally weighted points for predictions and ranks.</summary>
    /// <param name="count">Number of draws. Not negative.</param>
    /// <param name="seed">Seed of the draws. Default: 1.</param>
    /// <exception cref="ArgumentException">The number is negative, or there is no particle.</exception>
    public ImmutableArray<PointValue> Draw(int count, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        RequireParticles();
        var (random, sum) = (new SolverRandom(seed), 0.0);
        var cumulative = Weights.Select(weight => sum += weight).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => Particles[WeightedChoice.Pick(cumulative, random)].Value)];
    }

    /// <summary>The band of an output over the posterior.</summary>
    /// <param name="output">Gives the output of a particle, for example the waveform simulated with it.</param>
    /// <param name="coverage">Posterior probability inside the band, from 0 to 1. Default: 0.9.</param>
    /// <exception cref="ArgumentException">The outputs differ in length, or there is no particle.</exception>
    public PredictiveBand Band(Func<PointValue, ImmutableArray<double>> output, double coverage = 0.9) =>
        PredictiveBand.Of([.. Particles.Select(particle => output(particle.Value))], coverage, [.. Weights]);

    /// <summary>A table of the marginal quantiles, a line for each parameter.</summary>
    /// <param name="natural">Gives a parameter's natural value from its number and its coordinate, rising with it; null to speak of coordinates.</param>
    public string ToText(Func<int, double, double>? natural = null)
    {
        var tolerance = Tolerances.IsEmpty ? "none" : PlainTable.Number(Tolerances[^1]);
        var heading = $"Posterior (ABC-SMC): {Particles.Length} particles, effective {PlainTable.Number(EffectiveSampleSize)}; tolerance {tolerance} "
            + $"after {Tolerances.Length} populations, {Evaluations} evaluations; ended by {Stop}\n";
        return Particles.IsEmpty ? heading : heading + PlainTable.Of(["parameter", "2.5 %", "25 %", "median", "75 %", "97.5 %"], Names.Select((name, i) => (string[])
            [name, .. Quantile(name, 0.025, 0.25, 0.5, 0.75, 0.975).Select(x => PlainTable.Natural(natural, i, x))]));
    }

    private double[] Coordinates(string parameter)
    {
        var index = ParameterNames.IndexOf(Names, parameter);
        return [.. Particles.Select(particle => particle.Value.Point[index])];
    }

    private void RequireParticles()
    {
        if (Particles.IsEmpty)
            throw new ArgumentException($"The posterior has no particles: sampling ended ({Stop}) before any evaluation succeeded. Sample with a larger budget, or mend the evaluations.");
    }
}
