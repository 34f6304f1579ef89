using System.Diagnostics;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Wire;
using MathNet.Numerics.Statistics;

namespace Hnn.Mpi.Ranks;

// Times how ranks meet: what a window of a network whose cells are shared out costs beside its work.
internal static class Measurement
{
    private const int Numbers = 100;

    // The first meetings set connections up, and let ranks that are late catch up.
    private const int WarmUp = 3;

    /// <summary>What this rank answers; null if it takes part in what rank 0 answers.</summary>
    public static byte[]? Answer(MpiCommunicator world, MeasureContent content)
    {
        if (content.Rounds == 0)
            return new byte[content.Bytes];
        var meeting = Meet(world, content.Rounds);
        return world.Rank == 0 ? WireFormat.Write(meeting) : null;
    }

    private static MeetingContent Meet(MpiCommunicator world, int rounds)
    {
        var (number, allNumbers) = (new int[1], new int[world.Size]);
        var (numbers, counts, all) = (new double[Numbers], new int[world.Size], new double[Numbers * world.Size]);
        Array.Fill(counts, Numbers);
        return new(
            Median(rounds, world.Barrier),
            Median(rounds, () => world.Allgather<int>(number, allNumbers)),
            Median(rounds, () => world.Allgatherv<double>(numbers, counts, all)));
    }

    private static double Median(int rounds, Action meet)
    {
        var times = new double[rounds];
        for (var round = -WarmUp; round < rounds; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            meet();
            if (round >= 0)
                times[round] = 1e3 * (Stopwatch.GetTimestamp() - begin) / Stopwatch.Frequency;
        }

        return times.Median();
    }
}
