using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Oracle;

/// <summary>A recorded run of one cell with a synapse of its own kind, driven by a train of spikes.</summary>
internal sealed record SpecialCase(
    string Section, string Receptor, NetworkDescription Network, TrialInput Input, EngineOptions Options, ReferenceTable Table)
{
    public static SpecialCase Load(string name)
    {
        var settings = ReferenceData.Json("cells/special_synapses/cases.json").EnumerateArray()
            .Single(candidate => candidate.GetProperty("name").GetString() == name);
        string Text(string key) => settings.GetProperty(key).GetString()!;
        double Number(string key) => settings.GetProperty(key).AsDouble();
        var template = RecordedCell.Load(Text("cell")).Template;
        var properties = settings.GetProperty("properties");
        if (properties.ValueKind != System.Text.Json.JsonValueKind.Null)
            template = template with { Synapses = template.Synapses.SetItem(Text("receptor"), RecordedCell.Synapse(properties)) };
        return new SpecialCase(
            Text("section"),
            Text("receptor"),
            LoneCells.Of(template).WithContact(target: 0, Text("section"), Text("receptor"), Number("weight"), Number("delay")),
            Replay.Spikes(settings.GetProperty("event_times").AsDoubles()),
            new EngineOptions { TimeStep = Number("dt"), StopTime = Number("tstop") },
            ReferenceData.Table($"cells/special_synapses/{name}.csv.gz"));
    }
}
