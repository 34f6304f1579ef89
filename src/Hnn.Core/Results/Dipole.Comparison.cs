using System.Collections.Immutable;
using Hnn.Core.Analysis;

namespace Hnn.Core.Results;

public sealed partial class Dipole
{
    /// <summary>Root of the mean squared difference to another dipole, for example a measured one; compares the aggregates.</summary>
    /// <param name="target">The dipole to compare with. The one with more samples is resampled to the other's number.</param>
    /// <param name="start">First time of the comparison in ms; moved into both recordings. Default: the start of both.</param>
    /// <param name="stop">Last time of the comparison in ms; moved into both recordings. Default: the end of both.</param>
    /// <param name="weights">Weight of each sample of this dipole. Shape: [samples]. Default: equal weights.</param>
    /// <returns>The difference in nAm; NaN if the window holds no sample.</returns>
    /// <exception cref="ArgumentException"><paramref name="weights"/> has another length than this dipole.</exception>
    /// <remarks>Agrees with <c>_rmse</c> of hnn-core 0.6.</remarks>
    public double Rmse(Dipole target, double? start = null, double? stop = null, ImmutableArray<double>? weights = null) =>
        AlignedWith(target, start, stop, weights).Rmse();

    /// <summary>Pearson's correlation with another dipole, for example a measured one; compares the aggregates.</summary>
    /// <param name="target">The dipole to compare with. The one with more samples is resampled to the other's number.</param>
    /// <param name="start">First time of the comparison in ms; moved into both recordings. Default: the start of both.</param>
    /// <param name="stop">Last time of the comparison in ms; moved into both recordings. Default: the end of both.</param>
    /// <param name="weights">Factor of each sample of this dipole. Shape: [samples]. Default: 1.</param>
    /// <returns>The correlation between -1 and 1; NaN if the window holds no sample or a constant.</returns>
    /// <exception cref="ArgumentException"><paramref name="weights"/> has another length than this dipole.</exception>
    /// <remarks>1 minus it agrees with <c>_anticorr</c> of hnn-core 0.6.</remarks>
    public double Correlation(Dipole target, double? start = null, double? stop = null, ImmutableArray<double>? weights = null) =>
        AlignedWith(target, start, stop, weights).Correlation();

    internal AlignedWaveforms AlignedWith(Dipole target, double? start, double? stop, ImmutableArray<double>? weights)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (weights is { } given && (given.IsDefault || given.Length != Times.Length))
            throw new ArgumentException($"There are {(given.IsDefault ? 0 : given.Length)} weights for {Times.Length} samples. Pass one weight per sample of the simulated dipole.", nameof(weights));
        return AlignedWaveforms.Align(
            (Times, this[Aggregate]),
            (target.Times, target[Aggregate]),
            start ?? double.NegativeInfinity,
            stop ?? double.PositiveInfinity,
            weights ?? [.. Enumerable.Repeat(1.0, Times.Length)]);
    }
}
