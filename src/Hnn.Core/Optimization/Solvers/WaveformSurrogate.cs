using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>A formula with the character of an evoked response's fit, for judging solvers in seconds: ten coordinates, a waveform, a target to come close to.</summary>
/// <remarks>
/// The coordinates stand for those of the evoked-response tutorial: AMPA, then NMDA weights onto L2 basket, L2 pyramidal, L5 basket and L5 pyramidal
/// cells, then mean time and spread of a volley. As in the column a few of them decide (the NMDA weight onto L5 pyramidal cells,
/// time and spread), a few waveforms hold nearly all variance, weights saturate, a narrow volley makes cells fire together, and
/// the waveform jumps by a little from place to place, as spikes come and go. It is no model of anything.
/// </remarks>
public sealed class WaveformSurrogate
{
    private const int Samples = 104;
    private const double Step = 1.6667;
    private const double JumpSize = 0.6;
    private const double JumpSpacing = 0.02;

    private static readonly ImmutableArray<double[]> s_directions = JumpDirections();

    private readonly double[] _target;

    /// <summary>Makes a problem.</summary>
    /// <param name="seed">Seed of the hidden point whose waveform is the target.</param>
    /// <param name="isAttainable">Whether the target can be reached; if not, a part is added that no point can give, as the early part of a measured response is out of a late drive's reach. Default: true.</param>
    public WaveformSurrogate(ulong seed, bool isAttainable = true)
    {
        var random = new SolverRandom(seed);
        Hidden = [.. Enumerable.Range(0, Dimension).Select(_ => 0.1 + 0.8 * random.NextUniform())];
        _target = Waveform(Hidden);
        for (var i = 0; i < Samples && !isAttainable; i++)
            _target[i] += 25 * Bump(Time(i), 35, 12) - 18 * Bump(Time(i), 75, 9) + 6 * Math.Sin(Time(i) / 9);
    }

    /// <summary>Number of coordinates.</summary>
    public static int Dimension => 10;

    /// <summary>The point whose waveform is the target, or its attainable part. Shape: [10].</summary>
    public ImmutableArray<double> Hidden { get; }

    /// <summary>The problem as a solver is told of it: it starts in the middle.</summary>
    /// <param name="budget">Number of evaluations.</param>
    /// <param name="seed">Seed of the solver.</param>
    public static SolverProblem Problem(int budget, ulong seed) => new()
    {
        Start = [.. Enumerable.Repeat(0.5, Dimension)], Budget = budget, Seed = seed, HasResiduals = true,
    };

    /// <summary>What a point is worth: the root of the mean squared difference to the target, with residuals.</summary>
    /// <param name="point">Coordinates from 0 to 1. Shape: [10].</param>
    public PointValue Evaluate(ImmutableArray<double> point)
    {
        var waveform = Waveform(point);
        var scale = 1 / Math.Sqrt(Samples);
        var residuals = waveform.Zip(_target, (value, target) => scale * (value - target)).ToImmutableArray();
        return new PointValue(point, Math.Sqrt(residuals.Sum(residual => residual * residual)), residuals);
    }

    /// <summary>The waveform of a point. Shape: [104].</summary>
    /// <param name="point">Coordinates from 0 to 1. Shape: [10].</param>
    public static double[] Waveform(ImmutableArray<double> point)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(point.Length, Dimension);
        var weights = point.Take(8).Select(coordinate => 0.01 + 0.99 * coordinate).ToArray();
        var (mean, spread) = (100 + 20 * point[8], 2 + 28 * point[9]);
        var (deep, shallow, fast) = (Saturated(weights[7], 0.4), Saturated(weights[5], 0.7), Saturated(weights[3], 0.8));
        var inhibition = Saturated(weights[2] + 0.5 * weights[6], 1.5) + 0.3 * Saturated(weights[0] + weights[4], 1.5);
        var drive = deep + 0.3 * fast - 0.2 * inhibition;
        var firing = Firing((drive * (1.5 - spread / 30)) - 0.55, 0.05);
        var shallowFiring = Firing(shallow + 0.3 * weights[1] - 0.4 * inhibition - 0.45, 0.05);
        var jumps = Jumps(point);
        return [.. Enumerable.Range(0, Samples).Select(Value)];

        double Value(int sample)
        {
            var time = Time(sample);
            var value = 60 * deep * Volley(22, 14) - 35 * deep * (1 - 0.3 * inhibition) * Volley(48, 18)
                + 22 * shallow * Volley(12, 9) + 14 * fast * Volley(6, 6) + 3 * weights[1] * Volley(4, 5) - 4 * inhibition * Volley(30, 12)
                + 50 * firing * Volley(15 + 0.2 * spread, 6) - 25 * firing * Volley(40, 10) + 25 * shallowFiring * Volley(9, 5);
            for (var k = 0; k < jumps.Length; k++)
                value += jumps[k] * Bump(time, mean - 20 + 18 * k, 7);
            return value;

            // A response of some delay and width, smeared by the volley's spread.
            double Volley(double delay, double width)
            {
                var smeared = Math.Sqrt(width * width + spread * spread);
                return width / smeared * Bump(time, mean + delay, smeared);
            }
        }
    }

    private static double Time(int sample) => sample * Step;

    private static double Saturated(double weight, double half) => weight / (weight + half) * (1 + half);

    // Part of the cells that fire, by how far the drive is above what half of them need.
    private static double Firing(double excess, double width) => 1 / (1 + Math.Exp(-excess / width));

    private static double Bump(double time, double center, double width)
    {
        var distance = (time - center) / width;
        return Math.Exp(-0.5 * distance * distance);
    }

    // Piecewise constant along some directions: a number per cell of a grid, from the cell's hash.
    private static double[] Jumps(ImmutableArray<double> point)
    {
        var jumps = new double[s_directions.Length];
        for (var k = 0; k < jumps.Length; k++)
        {
            var place = point.Zip(s_directions[k], (coordinate, part) => coordinate * part).Sum();
            var cell = (ulong)(long)Math.Floor(place / JumpSpacing);
            jumps[k] = JumpSize * new SolverRandom((ulong)k * 1_000_003 + (cell & 0xFFFFF)).NextNormal();
        }

        return jumps;
    }

    private static ImmutableArray<double[]> JumpDirections()
    {
        var random = new SolverRandom(466);
        return [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 10).Select(_ => random.NextNormal()).ToArray())];
    }
}
