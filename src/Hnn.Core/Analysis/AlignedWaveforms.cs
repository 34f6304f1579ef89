using System.Collections.Immutable;

namespace Hnn.Core.Analysis;

/// <summary>Two waveforms cut to the same window and brought to the same number of samples, with a weight for each.</summary>
/// <param name="Simulated">The simulated waveform. Shape: [samples].</param>
/// <param name="Target">The one it is compared with. Shape: [samples].</param>
/// <param name="Weights">Weight of each sample. Shape: [samples].</param>
public sealed record AlignedWaveforms(ImmutableArray<double> Simulated, ImmutableArray<double> Target, ImmutableArray<double> Weights)
{
    private const double SmallestWeight = 1e-4;

    /// <summary>Cuts both waveforms to a window and resamples the one with more samples; the weights go with the simulated one.</summary>
    /// <param name="simulated">Times in ms and values of the simulated waveform.</param>
    /// <param name="target">Times in ms and values of the other.</param>
    /// <param name="start">First time in ms; where a recording begins later, that is taken.</param>
    /// <param name="stop">Last time in ms; where a recording ends earlier, that is taken. Its sample is not part of the window.</param>
    /// <param name="weights">Weight of each simulated sample.</param>
    /// <remarks>The rules, also that resampled weights below 1e-4 count as 0, are those of hnn-core 0.6.</remarks>
    public static AlignedWaveforms Align(
        (ImmutableArray<double> Times, ImmutableArray<double> Values) simulated,
        (ImmutableArray<double> Times, ImmutableArray<double> Values) target,
        double start,
        double stop,
        ImmutableArray<double> weights)
    {
        start = Math.Max(Math.Max(start, target.Times[0]), simulated.Times[0]);
        stop = Math.Min(Math.Min(stop, target.Times[^1]), simulated.Times[^1]);
        var (ours, theirs) = (Window(simulated.Times, start, stop), Window(target.Times, start, stop));
        var aligned = new AlignedWaveforms(simulated.Values[ours], target.Values[theirs], weights[ours]);
        var (count, targetCount) = (aligned.Simulated.Length, aligned.Target.Length);
        if (count == 0 || targetCount == 0)
            return new AlignedWaveforms([], [], []);
        if (count > targetCount)
        {
            return aligned with
            {
                Simulated = FourierResampling.Resample(aligned.Simulated.AsSpan(), targetCount),
                Weights = Resampled(aligned.Weights, targetCount),
            };
        }

        return count < targetCount
            ? aligned with { Target = FourierResampling.Resample(aligned.Target.AsSpan(), count) }
            : aligned;
    }

    /// <summary>Root of the weighted mean of the squared differences; NaN if there is no sample.</summary>
    public double Rmse()
    {
        var (sum, weightSum) = (0.0, 0.0);
        for (var i = 0; i < Weights.Length; i++)
        {
            var difference = Simulated[i] - Target[i];
            sum += Weights[i] * (difference * difference);
            weightSum += Weights[i];
        }

        return Math.Sqrt(sum / weightSum);
    }

    /// <summary>Weighted differences whose root of the sum of squares is <see cref="Rmse"/>. Shape: [samples].</summary>
    internal ImmutableArray<double> Residuals()
    {
        var weightSum = Weights.Sum();
        return [.. Enumerable.Range(0, Weights.Length).Select(i => Math.Sqrt(Weights[i] / weightSum) * (Simulated[i] - Target[i]))];
    }

    /// <summary>Pearson's correlation of the two waveforms, each times the weights; NaN if one of them is constant or empty.</summary>
    public double Correlation()
    {
        var x = Simulated.Zip(Weights, (value, weight) => value * weight).ToArray();
        var y = Target.Zip(Weights, (value, weight) => value * weight).ToArray();
        if (x.Length == 0)
            return double.NaN;
        var (meanX, meanY) = (x.Average(), y.Average());
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        return Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1);
    }

    // Equal weights stay as they are.
    private static ImmutableArray<double> Resampled(ImmutableArray<double> weights, int samples) =>
        weights.AsSpan().ContainsAnyExcept(1.0)
            ? [.. FourierResampling.Resample(weights.AsSpan(), samples).Select(weight => weight < SmallestWeight ? 0 : weight)]
            : [.. Enumerable.Repeat(1.0, samples)];

    private static Range Window(ImmutableArray<double> times, double start, double stop)
    {
        var first = Nearest(times, start);
        return first..Math.Max(first, Nearest(times, stop));
    }

    private static int Nearest(ImmutableArray<double> times, double time)
    {
        var nearest = 0;
        for (var i = 1; i < times.Length; i++)
        {
            if (Math.Abs(times[i] - time) < Math.Abs(times[nearest] - time))
                nearest = i;
        }

        return nearest;
    }
}
