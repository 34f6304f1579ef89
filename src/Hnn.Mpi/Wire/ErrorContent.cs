namespace Hnn.Mpi.Wire;

/// <summary>Why a rank cannot go on.</summary>
/// <param name="Rank">The rank whose fault it is; may be another than the one that tells it.</param>
/// <param name="Text">What happened.</param>
/// <param name="Details">Where in the program, for who mends it; may be empty.</param>
/// <param name="IsSilence">Whether the rank can no longer be heard.</param>
internal sealed record ErrorContent(int Rank, string Text, string Details, bool IsSilence = false)
{
    /// <summary>A rank can no longer be heard.</summary>
    /// <param name="rank">The first one, if there are several.</param>
    /// <param name="ranks">All of them, in words.</param>
    /// <param name="silent">For how long.</param>
    public static ErrorContent Silence(int rank, string ranks, TimeSpan silent) => new(rank, $"rank {ranks} gave no sign of life for {silent.TotalSeconds:F0} s", "", IsSilence: true);
}
