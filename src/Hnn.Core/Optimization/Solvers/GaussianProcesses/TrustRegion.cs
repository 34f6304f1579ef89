using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>A box around the best point whose size follows success. Mutable.</summary>
/// <remarks>D. Eriksson et al., Scalable global optimization via local Bayesian optimization (TuRBO), NeurIPS 2019. Where it has shrunk to nothing it starts again at full size.</remarks>
internal sealed class TrustRegion
{
    private const double Largest = 1.6, Initial = 0.8, Smallest = 1.0 / 128;
    private const int Patience = 3;

    private double _best = double.PositiveInfinity;
    private double _size = Initial;
    private int _successes;
    private int _failures;

    /// <summary>Tells the best loss after each batch.</summary>
    /// <param name="best">The best loss so far.</param>
    /// <param name="failuresAllowed">Batches without success before the box shrinks.</param>
    public void Update(double best, int failuresAllowed)
    {
        var succeeded = best < _best - 1e-3 * Math.Abs(_best) || double.IsPositiveInfinity(_best);
        (_successes, _failures) = succeeded ? (_successes + 1, 0) : (0, _failures + 1);
        _best = Math.Min(_best, best);
        if (_successes >= Patience)
            (_size, _successes) = (Math.Min(2 * _size, Largest), 0);
        if (_failures >= failuresAllowed)
            (_size, _failures) = (_size / 2, 0);
        if (_size < Smallest)
            _size = Initial;
    }

    /// <summary>The box: longer where the length scale is longer, of constant volume, cut at 0 and 1.</summary>
    /// <param name="center">Its centre.</param>
    /// <param name="lengthScales">Length scales of the model.</param>
    public (double[] Low, double[] High) Box(ImmutableArray<double> center, ImmutableArray<double> lengthScales)
    {
        var mean = Math.Exp(lengthScales.Average(Math.Log));
        double[] half = [.. lengthScales.Select(scale => 0.5 * _size * scale / mean)];
        return ([.. center.Select((x, j) => Math.Max(0, x - half[j]))], [.. center.Select((x, j) => Math.Min(1, x + half[j]))]);
    }
}
