using System.Collections.Immutable;

namespace Hnn.Cli.Measuring.Fits;

/// <summary>How a set of parameters does on fresh trials.</summary>
/// <param name="Name">What set it is.</param>
/// <param name="Losses">Loss in nAm of each trial.</param>
/// <param name="MeanDipoleLoss">Loss in nAm of the mean dipole.</param>
internal sealed record FreshRow(string Name, ImmutableArray<double> Losses, double MeanDipoleLoss)
{
    /// <summary>Mean loss of single trials in nAm.</summary>
    public double Mean => Losses.Average();

    /// <summary>By how much another set is better on the same trials, and the standard error of that.</summary>
    public (double Difference, double StandardError) Improvement(FreshRow other)
    {
        var differences = Losses.Zip(other.Losses, (ours, theirs) => ours - theirs).ToArray();
        var mean = differences.Average();
        return (mean, Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1) / differences.Length));
    }
}
