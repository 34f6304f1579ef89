using System.Collections.Immutable;

namespace Hnn.Core.Optimization;

/// <summary>How a set of parameters does on seeds that the fit has not seen. Immutable.</summary>
/// <param name="Evaluation">The evaluation of the fit with these parameters.</param>
/// <param name="TrialLosses">Loss of each fresh trial by itself; the same draws for all sets of a fit, so that they can be compared in pairs. Shape: [fresh trials].</param>
/// <param name="MeanDipoleLoss">Loss of the mean dipole of all fresh trials.</param>
public sealed record FreshScore(Evaluation Evaluation, ImmutableArray<double> TrialLosses, double MeanDipoleLoss)
{
    /// <summary>Mean of the fresh trials' losses.</summary>
    public double Mean => TrialLosses.Average();

    /// <summary>Standard deviation of the fresh trials' losses; NaN for a single one.</summary>
    public double StandardDeviation => Math.Sqrt(TrialLosses.Sum(loss => (loss - Mean) * (loss - Mean)) / (TrialLosses.Length - 1));

    /// <summary>Over-fit: how much worse single trials are on fresh seeds than on those of the fit, on average. Positive where the fit has learned its seeds.</summary>
    public double Gap => Mean - Evaluation.TrialLosses.Average();

    /// <summary>How much better than other parameters these are on the same fresh trials: the mean difference and its standard error.</summary>
    /// <param name="other">The score of the others.</param>
    /// <exception cref="ArgumentException">The scores are of different numbers of trials.</exception>
    public (double Difference, double StandardError) BetterThan(FreshScore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.TrialLosses.Length != TrialLosses.Length)
            throw new ArgumentException("The scores are of different numbers of trials. Compare those of one fit.", nameof(other));
        var differences = other.TrialLosses.Zip(TrialLosses, (theirs, ours) => theirs - ours).ToArray();
        var mean = differences.Average();
        var variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1);
        return (mean, Math.Sqrt(variance / differences.Length));
    }
}
