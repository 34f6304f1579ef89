using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Oracle;

/// <summary>The recorded effect of one spike at each section and receptor of a cell; each has a copy of the cell to itself.</summary>
internal sealed record SynapseEvents(NetworkDescription Network, TrialInput Input, EngineOptions Options, ReferenceTable Table)
{
    public static SynapseEvents Load(string name)
    {
        var cell = RecordedCell.Load(name);
        var settings = ReferenceData.Json($"cells/{name}/synapse_events.json");
        var runs = settings.GetProperty("runs");
        var network = LoneCells.Of(cell.Template, count: runs.GetArrayLength());
        foreach (var (gid, run) in runs.EnumerateArray().Index())
        {
            network = network.WithContact(
                gid,
                run.GetProperty("section").GetString()!,
                run.GetProperty("receptor").GetString()!,
                run.GetProperty("weight").AsDouble(),
                settings.GetProperty("delay").AsDouble());
        }

        return new SynapseEvents(
            network,
            Replay.Spikes(settings.GetProperty("event_time").AsDouble()),
            new EngineOptions { TimeStep = settings.GetProperty("dt").AsDouble(), StopTime = settings.GetProperty("tstop").AsDouble() },
            ReferenceData.Table($"cells/{name}/synapse_events.csv.gz"));
    }

    /// <summary>The probe that records a column; null for what no probe can record.</summary>
    public Probe? ProbeOf(string column)
    {
        if (column == "time")
            return null;
        var (gid, section, receptor, quantity) = Parts(column);
        return quantity switch
        {
            "v_soma" => new Probe(ProbeQuantity.Voltage, gid, "soma"),
            "v_seg" => new Probe(ProbeQuantity.Voltage, gid, section),
            "i" => new Probe(ProbeQuantity.SynapticCurrent, gid, section, receptor),
            _ => null,
        };
    }

    private (int Gid, string Section, string Receptor, string Quantity) Parts(string column)
    {
        var parts = column.Split(':');
        var projection = Network.Projections.Single(p => p.Sections[0] == parts[0] && p.Receptor == parts[1]);
        return (projection.Targets[0], parts[0], parts[1], parts[2]);
    }
}
