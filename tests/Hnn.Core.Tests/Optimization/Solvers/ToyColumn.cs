using System.Collections.Immutable;

namespace Hnn.Core.Tests.Optimization.Solvers;

/// <summary>
/// A toy of the tutorial's problem: a volley of given centre and spread reaches four small populations of leaky integrate-and-fire cells
/// through eight weights. The waveform is smooth in some of the ten coordinates, hardly depends on others, and jumps where a spike comes or goes.
/// </summary>
internal static class ToyColumn
{
    private const int Cells = 20, Samples = 100;
    private const double Step = 0.25, First = 80, Last = 180;

    /// <summary>The middle of the cube.</summary>
    public static ImmutableArray<double> Middle { get; } = [.. Enumerable.Repeat(0.5, 10)];

    /// <summary>Residuals against a waveform that a point of the cube has: the least loss is 0.</summary>
    public static Func<ImmutableArray<double>, double[]> Attainable { get; } =
        AgainstTarget(Waveform([0.7, 0.2, 0.6, 0.3, 0.4, 0.8, 0.5, 0.2, 0.25, 0.3]), missing: 0);

    /// <summary>Residuals against a waveform that no point has: most of the least loss belongs to what came before the volley, and to a slow wave.</summary>
    public static Func<ImmutableArray<double>, double[]> OutOfReach { get; } =
        AgainstTarget(Waveform([0.1, 0.9, 0.0, 1.1, 0.7, -0.01, 1.0, 0.55, 0.2, 0.1]), missing: 18);

    /// <summary>The waveform of a point. Shape: [100].</summary>
    public static double[] Waveform(ImmutableArray<double> point)
    {
        var layers = new[] { new Layer(0.6), new Layer(1.2), new Layer(0.6), new Layer(1.5) };
        var (waveform, steps) = (new double[Samples], (int)((Last - First) / Step));
        for (var i = 0; i < steps; i++)
        {
            var time = First + Step * i;
            var spikes = layers.Select((layer, l) => layer.Advance(time, point, l)).ToArray();
            layers[1].Inhibit(0.05 * spikes[0]);
            layers[3].Inhibit(0.06 * spikes[2]);
            layers[3].Excite(0.03 * spikes[1]);
            layers[2].Excite(0.02 * spikes[1]);
            waveform[i * Samples / steps] += Step * (2.0 * layers[3].Current + 0.6 * layers[1].Current);
        }

        return waveform;
    }

    private static Func<ImmutableArray<double>, double[]> AgainstTarget(double[] reachable, double missing) => point =>
        [.. Waveform(point).Select((value, i) => (value - reachable[i] - 0.6 * missing * Math.Sin(0.2 * i)) / Math.Sqrt(Samples)), missing];

    private sealed class Layer(double slowShare)
    {
        private readonly double[] _fast = new double[Cells], _slow = new double[Cells], _potential = new double[Cells];
        private double _inhibition;
        private double _after;

        public double Current { get; private set; }

        public void Inhibit(double amount) => _inhibition += amount;

        public void Excite(double amount)
        {
            for (var c = 0; c < Cells; c++)
                _fast[c] += amount;
        }

        // One step of all cells; the number of spikes.
        public int Advance(double time, ImmutableArray<double> point, int layer)
        {
            var (center, spread, spikes) = (100 + 20 * point[8], 2 + 28 * point[9], 0);
            (_inhibition, _after, Current) = (_inhibition * Math.Exp(-Step / 12), _after * Math.Exp(-Step / 4), 0);
            for (var c = 0; c < Cells; c++)
            {
                for (var input = 0; input < 3; input++)
                {
                    var arrival = center + spread * Quantile(layer, c, input);
                    if (arrival >= time && arrival < time + Step)
                    {
                        _fast[c] += 0.35 * (0.01 + 0.99 * point[layer]);
                        _slow[c] += 0.30 * slowShare * (0.01 + 0.99 * point[layer + 4]);
                    }
                }

                (_fast[c], _slow[c]) = (_fast[c] * Math.Exp(-Step / 3), _slow[c] * Math.Exp(-Step / 20));
                var drive = 2 * _fast[c] + 1.6 * _slow[c] * (1 + Math.Max(0, _potential[c])) - 2 * _inhibition;
                _potential[c] += Step / 8 * (drive - _potential[c]);
                if (_potential[c] > 0.8 + 0.03 * c)
                {
                    _potential[c] = -0.4;
                    _after += 1;
                    spikes++;
                }

                Current += drive;
            }

            Current = Scale * (Current - 0.5 * _after);
            return spikes;
        }

        private const double Scale = 2.2;

        // Normal quantiles in an order that differs between cells, layers and inputs.
        private static double Quantile(int layer, int cell, int input)
        {
            var share = (0.5 + (cell * 3 + input) * 0.6180339887 + layer * 0.37) % 1.0;
            return Math.Log((share + 0.01) / (1.01 - share)) / 1.7;
        }
    }
}
