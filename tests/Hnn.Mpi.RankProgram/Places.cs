using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.RankProgram;

/// <summary>Where the ranks are, and how far from each other.</summary>
internal static class Places
{
    private const int NameBytes = 64;
    private const int WarmUps = 20;
    private const int Calls = 1000;

    /// <summary>The hosts' names in the order of ranks.</summary>
    public static string Hosts(MpiCommunicator world)
    {
        var (own, all) = (new byte[NameBytes], new byte[NameBytes * world.Size]);
        Encoding.UTF8.GetBytes(Environment.MachineName, own);
        world.Allgather<byte>(own, all);
        return string.Join(' ', all.Chunk(NameBytes).Select(name => Encoding.UTF8.GetString(name).TrimEnd('\0')));
    }

    /// <summary>The median time rank 0 needs for what a simulation does at each exchange.</summary>
    public static string Latency(MpiCommunicator world)
    {
        var (number, numbers) = (new[] { world.Rank }, new int[world.Size]);
        var (values, all) = (new double[100], new double[100 * world.Size]);
        var counts = Enumerable.Repeat(values.Length, world.Size).ToArray();
        return $"µs: barrier {Median(world.Barrier)}, 1 int of each {Median(() => world.Allgather<int>(number, numbers))}, " +
            $"100 doubles of each {Median(() => world.Allgatherv<double>(values, counts, all))}";
    }

    private static string Median(Action exchange)
    {
        for (var call = 0; call < WarmUps; call++)
            exchange();
        var times = new double[Calls];
        for (var call = 0; call < Calls; call++)
        {
            var begin = Stopwatch.GetTimestamp();
            exchange();
            times[call] = Stopwatch.GetElapsedTime(begin).TotalMicroseconds;
        }

        Array.Sort(times);
        return times[Calls / 2].ToString("F1", CultureInfo.InvariantCulture);
    }
}
