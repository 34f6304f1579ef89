namespace Hnn.Mpi.Binding;

/// <summary>What a message is, before or after it was received.</summary>
/// <param name="Source">Rank that sent it, in the communicator it came through.</param>
/// <param name="Tag">Tag it was sent with, at least 0.</param>
/// <param name="Bytes">Its length in bytes.</param>
public readonly record struct MpiMessage(int Source, int Tag, int Bytes);
