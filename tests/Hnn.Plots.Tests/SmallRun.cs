using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Engine.Cells;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Plots.Tests;

/// <summary>Two trials of a small column over 40 ms, with all that can be recorded; simulated once for all tests.</summary>
internal static class SmallRun
{
    private static readonly Lazy<SimulationResult> Simulated = new(Simulate);

    public static SimulationResult Result => Simulated.Value;

    public static ElectrodeRecording Electrode => Result.Electrode("shank");

    private static SimulationResult Simulate()
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });
        net.AddDefaultErpDrives();
        net.AddElectrodeArray("shank", Enumerable.Range(0, 6).Select(contact => new Point3(30, 30, 400.0 * contact)));
        return net.Simulate(SimulationOptions.Default with
        {
            StopTime = 40, Trials = 2, Voltages = Record.Soma, Calcium = Record.Chosen((net.GidRanges["L5_pyramidal"].Start, "soma")), SynapticCurrents = Record.Chosen((0, "soma")),
        });
    }
}
