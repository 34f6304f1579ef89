namespace Hnn.Mpi.FaultProgram;

/// <summary>What came of a fault.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Notice">Seconds until the ranks were started again, or all was over; null if the work was done before anybody noticed.</param>
/// <param name="Left">What was left behind.</param>
public sealed record FaultOutcome(FaultEnd End, double? Notice, IReadOnlyList<string> Left)
{
    /// <summary>The error, if there was one.</summary>
    public MpiSimulationException? Error { get; init; }
}
