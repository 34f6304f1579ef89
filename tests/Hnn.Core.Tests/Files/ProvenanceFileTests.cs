using System.Text.Json;
using Hnn.Core.Files;
using Hnn.Core.Simulation;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Core.Tests.Files;

public class ProvenanceFileTests
{
    [Fact]
    public void Provenance_is_one_JSON_object_with_all_that_makes_the_result_again()
    {
        var options = SimulationOptions.Default with { StopTime = 60, Trials = 2, Voltages = Record.Chosen((3, "soma"), (15, "apical_tuft")) };
        var provenance = new Provenance("abc", options, [new DriveSeeds("evprox1", 4, 3), new DriveSeeds("noise", 7, null)], "0.1.0");

        using var json = JsonDocument.Parse(ProvenanceFile.Format(provenance));

        Assert.Equal("abc", json.RootElement.GetProperty("modelHash").GetString());
        Assert.Equal("0.1.0", json.RootElement.GetProperty("version").GetString());
        Assert.Equal(60, json.RootElement.GetProperty("options").GetProperty("stopTime").GetDouble());
        Assert.Equal("3:soma, 15:apical_tuft", json.RootElement.GetProperty("options").GetProperty("voltages").GetString());
        Assert.Equal(4, json.RootElement.GetProperty("drives")[0].GetProperty("eventSeed").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("drives")[1].GetProperty("connectionSeed").ValueKind);
    }
}
