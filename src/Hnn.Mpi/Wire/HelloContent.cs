using System.Collections.Immutable;

namespace Hnn.Mpi.Wire;

/// <summary>What rank 0 says first: who the ranks are.</summary>
/// <param name="Version">Version of the program the ranks run.</param>
/// <param name="Library">The MPI library in its own words.</param>
/// <param name="Ranks">Host and process of each rank.</param>
internal sealed record HelloContent(string Version, string Library, ImmutableArray<RankPlace> Ranks)
{
    /// <summary>Version of this program; parent and ranks must have the same.</summary>
    public static string OwnVersion { get; } = typeof(HelloContent).Assembly.GetName().Version!.ToString();
}

/// <summary>Where a rank runs.</summary>
/// <param name="Host">Name of its host.</param>
/// <param name="Process">Number of its process there.</param>
internal sealed record RankPlace(string Host, int Process);
