using System.Runtime.CompilerServices;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.RankProgram;

/// <summary>What a rank must survive, or must not.</summary>
internal static class Faults
{
    /// <summary>The words with which a message longer than the room for it is refused.</summary>
    public static string TruncatedMessage(MpiCommunicator world)
    {
        if (world.Rank > 0)
        {
            world.Send<double>(new double[10], target: 0, tag: 1);
            return "";
        }

        try
        {
            world.Receive<double>(new double[2]);
            return "nothing was thrown";
        }
        catch (MpiException fault)
        {
            return $"{(fault.Code != 0 ? "code" : "no code")}: {fault.Message}";
        }
    }

    /// <summary>Calls that would let MPI write beyond an array, or name a rank that is not there; how many were let through.</summary>
    public static int UnnoticedMisfits(MpiCommunicator world)
    {
        var (size, ones) = (world.Size, Enumerable.Repeat(1, world.Size).ToArray());
        Action[] misfits =
        [
            () => world.Allgather([1], new int[size + 1]),
            () => world.Allgatherv([1], ones, new int[size - 1]),
            () => world.Allgatherv([1, 2], ones, new int[2 * size]),
            () => world.Allgatherv([1], [.. ones, 1], new int[2 * size]),
            () => world.Allgatherv(world.Rank == 0 ? [] : [1], [0, .. Enumerable.Repeat(-1, size - 1)], new int[size]),
            () => world.Broadcast(new int[1], root: size),
            () => world.Send([1], target: -1, tag: 0),
            () => world.Send([1], target: world.Rank, tag: 0),
            () => world.Receive(new int[1], source: size),
            () => world.TryProbe(source: -2),
            () => world.Split(color: -1),
        ];
        return misfits.Count(misfit => !Throws<ArgumentException>(misfit)) + (Throws<NotSupportedException>(() => world.Broadcast(new float[1], root: 0)) ? 0 : 1);
    }

    /// <summary>The last rank ends the job while the others wait for ever.</summary>
    public static string AbortOfAnother(MpiCommunicator world)
    {
        if (world.Rank == world.Size - 1)
            world.Abort(7);
        world.Probe();
        return "still here";
    }

    /// <summary>Null references on this thread and on another, each of which the runtime learns of by a segmentation fault.</summary>
    public static int UncaughtNullReferences()
    {
        var uncaught = Throws<NullReferenceException>(() => LengthOf(null!)) ? 0 : 1;
        var other = new Thread(() => uncaught += Throws<NullReferenceException>(() => LengthOf(null!)) ? 0 : 1);
        other.Start();
        other.Join();
        return uncaught;
    }

    /// <summary>What careless code does: writes to the console, asks for colours, reads (only rank 0 is given an input that ends).</summary>
    public static string ChatterOnStandardOutput(MpiSession mpi)
    {
        Console.Out.WriteLine("chatter");
        Console.ForegroundColor = ConsoleColor.Red;
        Console.Out.Flush();
        if (mpi.World.Rank == 0)
            Console.In.Peek();
        mpi.World.Barrier();
        return new string([.. Enumerable.Range(33, 94).Select(code => (char)code)]);
    }

    /// <summary>The words with which a second session is refused.</summary>
    public static string SecondStart()
    {
        try
        {
            using var second = MpiSession.Start();
            return "started twice";
        }
        catch (MpiException fault)
        {
            return fault.Message;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LengthOf(string text) => text.Length;

    private static bool Throws<T>(Action action) where T : Exception
    {
        try
        {
            action();
            return false;
        }
        catch (T)
        {
            return true;
        }
    }
}
