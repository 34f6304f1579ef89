namespace Hnn.Core.Simulation;

/// <summary>How far a simulation is.</summary>
/// <param name="Fraction">The part done, from 0 to 1.</param>
/// <param name="TotalTime">Time to be simulated in ms, all trials together.</param>
/// <param name="Trials">Number of trials.</param>
/// <param name="Elapsed">Time since the start.</param>
public sealed record SimulationProgress(double Fraction, double TotalTime, int Trials, TimeSpan Elapsed)
{
    /// <summary>Time simulated so far in ms, all trials together.</summary>
    public double SimulatedTime => Fraction * TotalTime;

    /// <summary>Time until the end at the present speed; null before the first report of work done.</summary>
    public TimeSpan? Remaining => Fraction > 0 ? Elapsed * ((1 - Fraction) / Fraction) : null;
}
