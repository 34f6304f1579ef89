using System.Globalization;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.RankProgram;

/// <summary>Counts of what went wrong.</summary>
internal static class Tally
{
    /// <summary>The line of result: what went wrong on all ranks together.</summary>
    public static string OnAllRanks(MpiCommunicator world, int wrong)
    {
        var all = new int[world.Size];
        world.Allgather([wrong], all);
        return string.Create(CultureInfo.InvariantCulture, $"{all.Sum()} wrong on {world.Size}");
    }

    /// <summary>At how many places two sequences differ; a different length counts as one.</summary>
    public static int Differences<T>(IReadOnlyCollection<T> expected, IReadOnlyCollection<T> actual) =>
        expected.Zip(actual).Count(pair => !EqualityComparer<T>.Default.Equals(pair.First, pair.Second)) + (expected.Count == actual.Count ? 0 : 1);
}
