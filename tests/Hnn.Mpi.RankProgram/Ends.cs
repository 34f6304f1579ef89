using System.Globalization;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.RankProgram;

/// <summary>Ranks that wait for their end, or meet it; each first tells its process number on standard error.</summary>
internal static class Ends
{
    /// <summary>Rank 0 reads its input to the end while the others wait; its line of result is what it read.</summary>
    public static string EchoOfInput(MpiCommunicator world)
    {
        Introduce(world);
        var read = world.Rank == 0 ? Console.In.ReadToEnd() : "";
        world.Barrier();
        return read;
    }

    /// <summary>No rank reads or ends.</summary>
    public static string Never(MpiCommunicator world)
    {
        Introduce(world);
        Thread.Sleep(Timeout.Infinite);
        return "";
    }

    /// <summary>Rank 1 ends in some way while the others wait for it.</summary>
    public static string OfOne(MpiCommunicator world, Action end)
    {
        Introduce(world);
        if (world.Rank == 1)
            end();
        world.Probe();
        return "still here";
    }

    /// <summary>Calls itself until the stack is full.</summary>
    public static int Overflow(int depth) => 1 + Overflow(depth + 1) % 2;

    private static void Introduce(MpiCommunicator world)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rank {world.Rank} is process {Environment.ProcessId}"));
        world.Barrier();
    }
}
