using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

/// <summary>
/// A toy of the column's response to one volley, of ten parameters: eight weights of very different importance, the volley's
/// mean time and its spread. Synaptic currents change it smoothly; 120 cells that fire or not make it rough below about
/// 0.05 of a range, as spikes do in the simulated column. The target is the waveform of hidden parameters, two of them on a bound.
/// </summary>
internal sealed class RoughWaveformProblem
{
    public const int Dimension = 10;
    private const int Cells = 120;
    private const int Samples = 104;
    private const double CellHeight = 0.35;

    private static readonly double[] Importance = [30, 18, 12, 6, 3, 1.5, 0.6, 0.3];

    private readonly double _noise;
    private readonly double[] _drawn;
    private readonly double[] _target;

    /// <summary>Draws a problem.</summary>
    /// <param name="seed">Its seed.</param>
    /// <param name="noise">RMS of a further roughness, which changes completely over 0.01 of a range, though it is the same at each visit.</param>
    public RoughWaveformProblem(ulong seed, double noise = 0)
    {
        _noise = noise;
        var random = new SolverRandom(seed);
        _drawn = [.. Enumerable.Range(0, 3 * Cells).Select(_ => random.NextNormal())];
        Hidden = [.. Enumerable.Range(0, Dimension).Select(i => i == 1 ? 0 : i == 3 ? 1 : 0.1 + 0.8 * random.NextUniform())];
        _target = Waveform(Hidden);
    }

    public ImmutableArray<double> Hidden { get; }

    /// <summary>The smallest RMSE that a solver finds from the middle of the cube.</summary>
    public double BestOf(Solver solver, int budget) =>
        SolverRuns.MinimizeResiduals(solver, new SolverProblem { Start = [.. Enumerable.Repeat(0.5, Dimension)], Budget = budget }, Residuals).Min(value => value.Loss);

    /// <summary>The median of that over five problems.</summary>
    public static double MedianOf(Solver solver, int budget, double noise = 0) =>
        Enumerable.Range(1, 5).Select(seed => new RoughWaveformProblem((ulong)seed, noise).BestOf(solver, budget)).Order().ElementAt(2);

    /// <summary>Differences to the target, the root of the sum of whose squares is the RMSE.</summary>
    public double[] Residuals(ImmutableArray<double> point) =>
        [.. Waveform(point).Zip(_target, (ours, theirs) => (ours - theirs) / Math.Sqrt(Samples))];

    private double[] Waveform(ImmutableArray<double> u)
    {
        var (mean, spread) = (20 + 20 * u[8], 2 + 28 * u[9]);
        var wave = new double[Samples];
        for (var i = 0; i < Importance.Length; i++)
            Add(wave, (i % 3 == 1 ? -1 : 1) * Importance[i] * Math.Tanh(1.5 * u[i]), mean + 9 * i, Math.Sqrt(spread * spread + 16 + 9 * i));
        for (var k = 0; k < Cells; k++)
        {
            var excitation = u[0] + u[2] * (1 + 0.5 * _drawn[k]) - 0.7 * u[1] + 0.3 * u[3] - 0.02 * spread;
            var excess = excitation - 0.4 - 0.3 * _drawn[Cells + k];
            if (excess > 0)
                Add(wave, CellHeight, mean + spread * _drawn[2 * Cells + k] + 8 / (1 + 4 * excess), 6);
        }

        if (_noise > 0)
            Roughen(wave, u);
        return wave;
    }

    private void Roughen(double[] wave, ImmutableArray<double> u)
    {
        for (var t = 0; t < wave.Length; t++)
        {
            var phase = 0.0;
            for (var i = 0; i < u.Length; i++)
                phase += 500 * _drawn[(t + 31 * i) % _drawn.Length] * u[i];
            wave[t] += _noise * Math.Sqrt(2) * Math.Sin(phase);
        }
    }

    private static void Add(double[] wave, double height, double time, double width)
    {
        for (var t = 0; t < wave.Length; t++)
            wave[t] += height * Math.Exp(-0.5 * (t - time) * (t - time) / (width * width));
    }
}
