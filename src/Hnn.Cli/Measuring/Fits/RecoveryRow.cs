namespace Hnn.Cli.Measuring.Fits;

/// <summary>Whether a fit found a drive's hidden time.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="Hidden">The hidden mean time in ms.</param>
/// <param name="Found">The time that was found in ms.</param>
/// <param name="InitialLoss">Loss in nAm before the fit.</param>
/// <param name="Loss">Loss in nAm after it.</param>
internal sealed record RecoveryRow(int Number, double Hidden, double Found, double InitialLoss, double Loss)
{
    /// <summary>Whether the time is right within 0.5 ms.</summary>
    public bool IsFound => Math.Abs(Found - Hidden) <= 0.5;
}
