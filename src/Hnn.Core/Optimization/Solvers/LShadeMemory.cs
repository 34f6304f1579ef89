namespace Hnn.Core.Optimization.Solvers;

/// <summary>Which scale factors and crossover rates of L-SHADE succeeded lately. Mutable.</summary>
internal sealed class LShadeMemory
{
    private const int Size = 6;
    private const double Spread = 0.1;

    private readonly double[] _scales = [.. Enumerable.Repeat(0.5, Size)];

    // NaN stands for the terminal value, at which the crossover rate stays 0.
    private readonly double[] _crossovers = [.. Enumerable.Repeat(0.5, Size)];
    private int _next;

    /// <summary>Draws a scale factor, above 0 and at most 1, by Cauchy's distribution, and a crossover rate from 0 to 1, by the normal one.</summary>
    public (double Scale, double Crossover) Draw(SolverRandom random)
    {
        var slot = random.NextIndex(Size);
        var crossover = double.IsNaN(_crossovers[slot]) ? 0 : Math.Clamp(_crossovers[slot] + Spread * random.NextNormal(), 0, 1);
        double scale;
        do
            scale = _scales[slot] + Spread * Math.Tan(Math.PI * (random.NextUniform() - 0.5));
        while (scale <= 0);
        return (Math.Min(scale, 1), crossover);
    }

    /// <summary>Overwrites the oldest memory by the mean of what succeeded, weighted by how much the loss fell.</summary>
    public void Learn(IReadOnlyList<(double Gain, double Scale, double Crossover)> successes)
    {
        if (successes.Count == 0)
            return;
        // A point that succeeded a failed evaluation counts as much as the largest gain that can be told.
        var largest = successes.Select(success => success.Gain).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        double[] weights = [.. successes.Select(success => Math.Min(success.Gain, largest))];
        _scales[_next] = LehmerMean(successes.Select(success => success.Scale), weights);
        _crossovers[_next] = double.IsNaN(_crossovers[_next]) || successes.All(success => success.Crossover == 0)
            ? double.NaN
            : LehmerMean(successes.Select(success => success.Crossover), weights);
        _next = (_next + 1) % Size;
    }

    private static double LehmerMean(IEnumerable<double> values, double[] weights)
    {
        var (squares, sum) = (0.0, 0.0);
        foreach (var (value, weight) in values.Zip(weights))
        {
            squares += weight * value * value;
            sum += weight * value;
        }

        return squares / sum;
    }
}
