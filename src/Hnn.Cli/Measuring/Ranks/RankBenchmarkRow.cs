namespace Hnn.Cli.Measuring.Ranks;

/// <summary>Median times with one number of ranks.</summary>
/// <param name="Ranks">Number of ranks.</param>
/// <param name="CellsSeconds">Time in s of one trial of the large network, whose cells all ranks share: strong scaling halves it with twice the ranks.</param>
/// <param name="CandidatesSeconds">Time in s of all candidates of the fixed work: strong scaling halves it, too.</param>
/// <param name="WeakSeconds">Time in s of as many candidates for each rank: weak scaling keeps it.</param>
internal sealed record RankBenchmarkRow(int Ranks, double CellsSeconds, double CandidatesSeconds, double WeakSeconds);
