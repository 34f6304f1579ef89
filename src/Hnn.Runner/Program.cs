using Hnn.Mpi.Ranks;

namespace Hnn.Runner;

/// <summary>What each rank of an MPI job runs.</summary>
internal static class Program
{
    public static int Main() => RankProgram.Run();
}
