using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>
/// Proposes points near the particles of a population: one is picked by weight and moved by a Gaussian with twice the population's weighted covariance.
/// A move out of the cube is forgotten together with its particle, so proposals follow the mixture of Gaussians as it is inside the cube, up to a constant factor.
/// </summary>
/// <remarks>Twice the covariance: M. A. Beaumont, J.-M. Cornuet, J.-M. Marin, C. P. Robert, Biometrika 96 (2009).</remarks>
internal sealed class AbcKernel
{
    // Added to the variances (0.001 % of a range, squared): keeps the covariance regular where particles coincide.
    private const double SmallestVariance = 1e-10;

    private readonly ImmutableArray<WeightedPoint> _particles;
    private readonly double[] _cumulative;
    private readonly Matrix<double> _factor;
    private readonly double[][] _whitened;

    public AbcKernel(ImmutableArray<WeightedPoint> particles)
    {
        _particles = particles;
        _cumulative = new double[particles.Length];
        for (var i = 0; i < particles.Length; i++)
            _cumulative[i] = (i > 0 ? _cumulative[i - 1] : 0) + particles[i].Weight;
        _factor = Covariance(particles).Cholesky().Factor;
        _whitened = [.. particles.Select(particle => Whitened(particle.Value.Point))];
    }

    /// <summary>A point inside the cube.</summary>
    public ImmutableArray<double> Propose(SolverRandom random)
    {
        while (true)
        {
            var center = _particles[WeightedChoice.Pick(_cumulative, random)].Value.Point;
            var normal = Enumerable.Range(0, center.Length).Select(_ => random.NextNormal()).ToArray();
            ImmutableArray<double> point = [.. center.Select((x, i) => x + Enumerable.Range(0, i + 1).Sum(j => _factor[i, j] * normal[j]))];
            if (point.All(x => x is >= 0 and <= 1))
                return point;
        }
    }

    /// <summary>The weight of an accepted point, up to a constant factor: the uniform prior divided by the proposals' density.</summary>
    public double Weight(ImmutableArray<double> point)
    {
        var (white, density) = (Whitened(point), 0.0);
        for (var i = 0; i < _whitened.Length; i++)
        {
            var square = 0.0;
            for (var k = 0; k < white.Length; k++)
                square += (white[k] - _whitened[i][k]) * (white[k] - _whitened[i][k]);
            density += _particles[i].Weight * Math.Exp(-square / 2);
        }

        return 1 / density;
    }

    private static Matrix<double> Covariance(ImmutableArray<WeightedPoint> particles)
    {
        var dimension = particles[0].Value.Point.Length;
        var mean = Enumerable.Range(0, dimension).Select(i => particles.Sum(particle => particle.Weight * particle.Value.Point[i])).ToArray();
        return Matrix<double>.Build.Dense(dimension, dimension, (i, j) =>
            2 * particles.Sum(particle => particle.Weight * (particle.Value.Point[i] - mean[i]) * (particle.Value.Point[j] - mean[j]))
            + (i == j ? SmallestVariance : 0));
    }

    // Coordinates in which the kernel is a standard normal one: forward substitution with the covariance's factor.
    private double[] Whitened(ImmutableArray<double> point)
    {
        var white = new double[point.Length];
        for (var i = 0; i < white.Length; i++)
        {
            var rest = point[i];
            for (var j = 0; j < i; j++)
                rest -= _factor[i, j] * white[j];
            white[i] = rest / _factor[i, i];
        }

        return white;
    }
}
