namespace Hnn.Mpi.Wire;

/// <summary>What is to be timed.</summary>
/// <param name="Rounds">How often all ranks meet in each way; rank 0 answers with a <see cref="MeetingContent"/>. 0: whoever reads this just answers.</param>
/// <param name="Bytes">Length of an answer without meetings.</param>
internal sealed record MeasureContent(int Rounds, int Bytes);
