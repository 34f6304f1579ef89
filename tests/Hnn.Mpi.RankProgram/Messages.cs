using System.Diagnostics;
using System.Runtime.InteropServices;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.RankProgram;

/// <summary>Messages between two ranks.</summary>
internal static class Messages
{
    private const int Ping = 5;
    private const int Pong = 6;

    /// <summary>Rank 0 sends each other rank values of every type and length, and gets them back reversed.</summary>
    public static int Wrong(MpiCommunicator world) => WrongOf<byte>(world) + WrongOf<int>(world) + WrongOf<long>(world) + WrongOf<double>(world);

    /// <summary>Rank 0 waits two seconds for a message; the line of result says whether the processor was free meanwhile.</summary>
    public static string ProcessorTimeOfAWait(MpiCommunicator world)
    {
        world.Barrier();
        if (world.Rank == world.Size - 1)
        {
            Thread.Sleep(2000);
            world.Send<byte>([1, 2, 3], target: 0, Ping);
        }

        if (world.Rank > 0)
            return "";

        var (begin, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var message = world.Probe();
        var share = (Environment.CpuUsage.TotalTime - before) / Stopwatch.GetElapsedTime(begin);
        var received = new byte[message.Bytes];
        world.Receive<byte>(received, message.Source, message.Tag);
        return $"{message} {string.Join(' ', received)}, {(share < 0.15 ? "processor free" : $"processor used at {share:P0}")}";
    }

    private static int WrongOf<T>(MpiCommunicator world) where T : unmanaged
    {
        var wrong = 0;
        foreach (var length in new[] { 0, 1, 1000, 300_000 })
        {
            if (world.Rank == 0)
                wrong += Enumerable.Range(1, world.Size - 1).Sum(rank => WrongEcho<T>(world, rank, length));
            else
                Echo<T>(world);
        }

        return wrong;
    }

    private static int WrongEcho<T>(MpiCommunicator world, int rank, int length) where T : unmanaged
    {
        var sent = new T[length];
        new Random(rank).NextBytes(MemoryMarshal.AsBytes(sent.AsSpan()));
        world.Send<T>(sent, rank, Ping);
        var back = new T[length + 3];
        var message = world.Receive<T>(back, rank, Pong);
        var expected = new MpiMessage(rank, Pong, MemoryMarshal.AsBytes(sent.AsSpan()).Length);
        Array.Reverse(sent);
        return Tally.Differences([.. MemoryMarshal.AsBytes(sent.AsSpan())], [.. MemoryMarshal.AsBytes(back.AsSpan(0, length))]) + (message == expected ? 0 : 1);
    }

    private static unsafe void Echo<T>(MpiCommunicator world) where T : unmanaged
    {
        var message = world.Probe(source: 0);
        var values = new T[message.Bytes / sizeof(T)];
        world.Receive<T>(values, source: 0, Ping);
        Array.Reverse(values);
        world.Send<T>(values, target: 0, Pong);
    }
}
