namespace Hnn.Mpi;

/// <summary>How far a rank is with its present piece of work.</summary>
/// <param name="Rank">Its number, from 0.</param>
/// <param name="Host">Name of its host.</param>
/// <param name="Fraction">The part done, from 0 to 1; 0 between pieces of work.</param>
public sealed record RankProgress(int Rank, string Host, double Fraction);
