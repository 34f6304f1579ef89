using Hnn.Core.Networks; using Hnn.Core.Results; using Hnn.Core.Simulation;
namespace Hnn.Core.Files { internal static class NetworkFile { public static Network Load(string p) => throw new FileFault(p, "a","b","c"); public static string ToJson(Network n) => "{}"; } }
namespace Hnn.Cli { internal static class TempSim { public static SimulationResult Simulate(this Network n, SimulationOptions o, System.IProgress<SimulationProgress>? p = null, System.Threading.CancellationToken c = default) => throw new System.InvalidOperationException("temp"); } }
