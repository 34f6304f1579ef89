namespace Hnn.Core.Sweeps;

/// <summary>How far a sweep is, told after each point.</summary>
/// <param name="Finished">Number of points done, those read from files and those that failed included.</param>
/// <param name="Total">Number of points of the sweep.</param>
/// <param name="Failed">Number of points that failed, of those simulated now.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Remaining">Time until the end at the present speed; null before the first point that was simulated.</param>
public sealed record SweepProgress(int Finished, int Total, int Failed, TimeSpan Elapsed, TimeSpan? Remaining)
{
    /// <summary>The part done, from 0 to 1.</summary>
    public double Fraction => (double)Finished / Total;
}
