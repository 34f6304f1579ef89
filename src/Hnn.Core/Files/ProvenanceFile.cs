using System.Text;
using System.Text.Json;
using Hnn.Core.Simulation;

namespace Hnn.Core.Files;

/// <summary>Provenance of results as a JSON object, to lie beside them.</summary>
public static class ProvenanceFile
{
    /// <summary>The JSON text: version, model hash, options and the seeds of each drive, always in this order.</summary>
    /// <param name="provenance">Where results come from.</param>
    public static string Format(Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("version", provenance.Version);
            json.WriteString("modelHash", provenance.ModelHash);
            WriteOptions(json, provenance.Options);
            json.WriteStartArray("drives");
            foreach (var seeds in provenance.Seeds)
                WriteSeeds(json, seeds);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Writes the JSON file. It appears whole or not at all.</summary>
    /// <param name="provenance">Where results come from.</param>
    /// <param name="path">Path of the file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default: true.</param>
    /// <exception cref="IOException">The file exists and may not be replaced, or cannot be written.</exception>
    public static void Write(Provenance provenance, string path, bool overwrite = true) =>
        AtomicFile.WriteText(path, Format(provenance), overwrite);

    private static void WriteOptions(Utf8JsonWriter json, SimulationOptions options)
    {
        json.WriteStartObject("options");
        json.WriteNumber("stopTime", options.StopTime);
        json.WriteNumber("timeStep", options.TimeStep);
        json.WriteNumber("trials", options.Trials);
        json.WriteNumber("threads", options.Threads);
        json.WriteString("codePath", options.CodePath.ToString());
        json.WriteString("voltages", options.Voltages.ToString());
        json.WriteString("synapticCurrents", options.SynapticCurrents.ToString());
        json.WriteString("calcium", options.Calcium.ToString());
        json.WriteBoolean("subtractBaseline", options.SubtractBaseline);
        json.WriteEndObject();
    }

    private static void WriteSeeds(Utf8JsonWriter json, DriveSeeds seeds)
    {
        json.WriteStartObject();
        json.WriteString("name", seeds.Drive);
        json.WriteNumber("eventSeed", seeds.Event);
        if (seeds.Connection is { } connection)
            json.WriteNumber("connectionSeed", connection);
        else
            json.WriteNull("connectionSeed");
        json.WriteEndObject();
    }
}
