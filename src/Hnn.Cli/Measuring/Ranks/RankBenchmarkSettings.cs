namespace Hnn.Cli.Measuring.Ranks;

/// <summary>What is simulated to see how ranks scale: the standard column with the drives of the standard evoked response.</summary>
/// <param name="LargeMesh">Mesh of the one network whose cells all ranks share.</param>
/// <param name="Mesh">Mesh of the candidates.</param>
/// <param name="StopTime">Simulated time in ms.</param>
/// <param name="Candidates">Number of candidates that all ranks share.</param>
/// <param name="CandidatesPerRank">Number of candidates for each rank of the work that grows with the ranks.</param>
/// <param name="Runs">Number of runs whose median counts; one more before them is not counted.</param>
internal sealed record RankBenchmarkSettings((int X, int Y) LargeMesh, (int X, int Y) Mesh, double StopTime, int Candidates, int CandidatesPerRank, int Runs);
