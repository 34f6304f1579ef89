using Hnn.Engine.Runs;

namespace Hnn.Cli.Measuring;

/// <summary>What one row of the benchmark measures: the standard column with the drives of the standard evoked response.</summary>
/// <param name="Mesh">Pyramidal cells of each layer along x and y.</param>
/// <param name="CodePath">Width of the vector instructions.</param>
/// <param name="StopTime">Simulated time in ms.</param>
/// <param name="Runs">Number of runs whose median counts; one more before them is not counted.</param>
internal sealed record BenchmarkSettings((int X, int Y) Mesh, CodePath CodePath, double StopTime, int Runs);
