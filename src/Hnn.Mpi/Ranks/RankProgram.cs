using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Ranks;

/// <summary>What a rank does from its start to its end.</summary>
public static class RankProgram
{
    private const int Fault = 13;

    /// <summary>Joins the other ranks and says on standard error which rank of how many this is, with which library and on which host.</summary>
    /// <returns>The exit code: 0, or 13 after a fault, which ends all other ranks too.</returns>
    public static int Run()
    {
        using var output = RankOutput.Reserve();
        try
        {
            using var mpi = MpiSession.Start();
            return Introduce(mpi);
        }
        catch (MpiException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return Fault;
        }
    }

    private static int Introduce(MpiSession mpi)
    {
        try
        {
            Console.Error.WriteLine($"Rank {mpi.World.Rank} of {mpi.World.Size}: {mpi.Library.Name} ({mpi.Library.Version}) on {Environment.MachineName}.");
            return 0;
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine(fault);
            mpi.World.Abort(Fault);
            return Fault;
        }
    }
}
