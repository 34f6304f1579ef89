namespace Hnn.Core.Verification;

/// <summary>One comparison of a simulation with what was recorded.</summary>
/// <param name="Subject">What was compared, for example <c>dipole_trial0</c>, <c>spikes</c> or <c>rmse</c>.</param>
/// <param name="Error">The largest difference, in the unit of <paramref name="Tolerance"/>; never NaN.</param>
/// <param name="Tolerance">The largest error that passes: a fraction of the column's largest value, mV for voltages, a count for what is counted.</param>
/// <param name="Where">Where the largest difference is, for example <c>L5 at 93.4 ms</c>; empty if there is none.</param>
public sealed record Comparison(string Subject, double Error, double Tolerance, string Where)
{
    /// <summary>
    /// What the rounding of the reference's own arithmetic may make, in the unit of <see cref="Tolerance"/>; measured only for dipoles that
    /// differ by more than that although all else agrees; else null.
    /// </summary>
    public double? Floor { get; init; }

    /// <summary>Whether the difference is above the tolerance, but not above the <see cref="Floor"/>.</summary>
    public bool IsWithinRounding => Error > Tolerance && Error <= Floor;

    /// <summary>Whether the difference is small enough.</summary>
    public bool Passed => Error <= Tolerance || IsWithinRounding;
}
