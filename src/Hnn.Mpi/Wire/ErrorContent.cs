namespace Hnn.Mpi.Wire;

/// <summary>Why a rank cannot go on.</summary>
/// <param name="Rank">The rank whose fault it is; may be another than the one that tells it.</param>
/// <param name="Text">What happened.</param>
/// <param name="Details">Where in the program, for who mends it; may be empty.</param>
internal sealed record ErrorContent(int Rank, string Text, string Details);
