using System.Numerics;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.RankProgram;

/// <summary>Exchanges among all ranks, compared with what each rank knows the others to give.</summary>
internal static class Collectives
{
    // Empty, short, beyond the limit of eager messages.
    private static readonly int[] Lengths = [0, 1, 7, 1000, 100_000];

    public static int Wrong(MpiCommunicator world) =>
        WrongOf<byte>(world) + WrongOf<int>(world) + WrongOf<long>(world) + WrongOf<double>(world) + WrongBarriers(world);

    /// <summary>Two groups in reverse order of ranks; the last rank joins none.</summary>
    public static int WrongInParts(MpiCommunicator world)
    {
        var joins = world.Rank < world.Size - 1;
        using var part = world.Split(joins ? world.Rank % 2 : null, key: -world.Rank);
        if (part is null)
            return joins ? 1 : 0;

        var members = new int[part.Size];
        part.Allgather([world.Rank], members);
        var expected = Enumerable.Range(0, world.Size - 1).Where(rank => rank % 2 == world.Rank % 2).Reverse().ToArray();
        return Tally.Differences(expected, members) + (joins ? 0 : 1) + Wrong(part);
    }

    private static int WrongOf<T>(MpiCommunicator world) where T : unmanaged, INumber<T> =>
        Lengths.Sum(length => WrongBroadcasts<T>(world, length) + WrongAllgather<T>(world, length) + WrongAllgatherv<T>(world, length));

    private static int WrongBroadcasts<T>(MpiCommunicator world, int length) where T : unmanaged, INumber<T>
    {
        var wrong = 0;
        for (var root = 0; root < world.Size; root++)
        {
            var values = world.Rank == root ? Values<T>(root, length) : new T[length];
            world.Broadcast<T>(values, root);
            wrong += Tally.Differences(Values<T>(root, length), values);
        }

        return wrong;
    }

    private static int WrongAllgather<T>(MpiCommunicator world, int length) where T : unmanaged, INumber<T>
    {
        var all = new T[world.Size * length];
        world.Allgather<T>(Values<T>(world.Rank, length), all);
        return Tally.Differences(Enumerable.Range(0, world.Size).SelectMany(rank => Values<T>(rank, length)).ToArray(), all);
    }

    // The first rank gives nothing, as a rank without spikes.
    private static int WrongAllgatherv<T>(MpiCommunicator world, int length) where T : unmanaged, INumber<T>
    {
        var counts = Enumerable.Range(0, world.Size).Select(rank => rank * length).ToArray();
        var all = new T[counts.Sum()];
        world.Allgatherv<T>(Values<T>(world.Rank, counts[world.Rank]), counts, all);
        return Tally.Differences(counts.SelectMany((count, rank) => Values<T>(rank, count)).ToArray(), all);
    }

    // No rank leaves before the last, which is late, has come.
    private static int WrongBarriers(MpiCommunicator world)
    {
        var late = world.Rank == world.Size - 1;
        if (late)
            Thread.Sleep(50);
        var arrived = DateTime.UtcNow.Ticks;
        world.Barrier();
        var left = DateTime.UtcNow.Ticks;
        var arrivals = new long[world.Size];
        world.Allgather([arrived], arrivals);
        return left >= arrivals.Max() ? 0 : 1;
    }

    private static T[] Values<T>(int rank, int length) where T : INumber<T> =>
        [.. Enumerable.Range(0, length).Select(index => T.CreateTruncating(1000 * rank + index) * T.CreateTruncating(3))];
}
