namespace Hnn.Mpi.Checks;

/// <summary>How long messages take. Medians.</summary>
/// <param name="Barrier">Time in ms until all ranks have met.</param>
/// <param name="Allgather">The same with one int of each rank for all.</param>
/// <param name="Allgatherv">The same with 100 doubles of each rank for all: a window of a network whose cells are shared out.</param>
/// <param name="RoundTrip">Time in ms from handing a rank an empty piece of work to its answer.</param>
/// <param name="BytesPerSecond">What comes from rank 0 to this process, in bytes per second.</param>
public sealed record MpiTimings(double Barrier, double Allgather, double Allgatherv, double RoundTrip, double BytesPerSecond);
