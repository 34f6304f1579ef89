using System.Text;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Ranks;

/// <summary>The program that every rank runs. It speaks to the parent process over the launcher's standard input and output, and ends with it.</summary>
public static class RankProgram
{
    private const int NoMpi = 3;
    private const int Fault = 13;

    // Rank 0 tells the parent of another rank's fault before the job ends, and then ends it.
    private static readonly TimeSpan Hearing = TimeSpan.FromSeconds(2);

    /// <summary>Runs as a rank until the parent says goodbye or is gone.</summary>
    /// <returns>Exit code of the process: 0 after a goodbye, 3 without a working MPI, whose fault stands on standard error.</returns>
    public static int Run()
    {
        var output = RankOutput.Reserve();
        try
        {
            using var mpi = MpiSession.Start();
            return Run(mpi, output);
        }
        catch (MpiException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return NoMpi;
        }
    }

    private static int Run(MpiSession mpi, Stream output)
    {
        var name = $"Rank {mpi.World.Rank} on {Environment.MachineName}";
        using var early = new EarlyExit(
            exits: () =>
            {
                Console.Error.WriteLine($"{name}: its process ends, but its work is not done.");
                End(mpi.World);
            },
            throws: () => Console.Error.WriteLine($"{name}: its process ends with an error that nothing catches."));
        using var parent = mpi.World.Rank == 0 ? new ParentLink(Console.OpenStandardInput(), output, EndExpected) : null;
        try
        {
            new RankLoop(mpi, parent).Run();
            return 0;
        }
        catch (Exception fault)
        {
            // Ranks that fail together write over each other, so each writes once.
            Console.Error.Write(new StringBuilder().AppendLine($"{name}: {fault}"));
            if (mpi.World.Rank > 0)
                Thread.Sleep(Hearing);
            EndExpected();
            return Fault;
        }

        void EndExpected()
        {
            early.Dispose();
            End(mpi.World);
        }
    }

    // A rank whose library does not come back from the abort ends itself.
    private static void End(MpiCommunicator world)
    {
        var guard = new Thread(() =>
        {
            Thread.Sleep(TimeSpan.FromSeconds(2));
            System.Diagnostics.Process.GetCurrentProcess().Kill();
        })
        { IsBackground = true };
        guard.Start();
        world.Abort(Fault);
    }
}
