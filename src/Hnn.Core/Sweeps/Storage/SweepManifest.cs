using System.Globalization;
using System.Text.Json;
using Hnn.Core.Files;
using Hnn.Core.Optimization;
using Hnn.Core.Simulation;

namespace Hnn.Core.Sweeps.Storage;

/// <summary>The file <c>sweep.json</c>: what the sweep is and how it is stored. Immutable.</summary>
/// <param name="Format">Always <c>hnn sweep 1</c>.</param>
/// <param name="Points">Number of points of the grid.</param>
/// <param name="Parameters">Names of the parameters, in order.</param>
/// <param name="Summaries">Names of the summaries, in order.</param>
/// <param name="Tables">Names of the tables besides that of the points.</param>
/// <param name="Files">Extension of the tables' files: <c>parquet</c> or <c>csv</c>.</param>
/// <param name="Trials">Number of trials of each point.</param>
/// <param name="ScaleFactor">Factor of the dipoles.</param>
/// <param name="Sweep">Name and value of everything on which the points depend, as text.</param>
internal sealed record SweepManifest(
    string Format, int Points, string[] Parameters, string[] Summaries, string[] Tables, string Files, int Trials, double ScaleFactor, Dictionary<string, string> Sweep)
{
    public const string FileName = "sweep.json";

    private const string FormatName = "hnn sweep 1";
    private const int MaxBytes = 16 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What a sweep is.</summary>
    public static SweepManifest Of(ParameterSweep sweep, Grid grid) => new(
        FormatName,
        grid.Count,
        [.. grid.Names],
        [.. sweep.Summaries.Keys],
        [.. SweepTables.NamesOf(sweep.Outputs)],
        sweep.Format == SweepFormat.Csv ? "csv" : "parquet",
        sweep.Simulation.Trials,
        sweep.ScaleFactor,
        new Dictionary<string, string>
        {
            ["grid"] = FingerprintOf(grid),
            ["network at the first point"] = FingerprintOf(sweep, grid[0]),
            ["stop time"] = Text(sweep.Simulation.StopTime),
            ["time step"] = Text(sweep.Simulation.TimeStep),
            ["trials"] = Text(sweep.Simulation.Trials),
            ["first trial"] = Text(sweep.Simulation.FirstTrial),
            ["recorded"] = $"{sweep.Simulation.Voltages}; {sweep.Simulation.SynapticCurrents}; {sweep.Simulation.Calcium}",
            ["baseline subtracted"] = $"{sweep.Simulation.SubtractBaseline}",
            ["scale factor"] = Text(sweep.ScaleFactor),
            ["smoothing window"] = sweep.SmoothingWindow is { } window ? Text(window) : "none",
            ["summaries"] = string.Join(", ", sweep.Summaries.Keys),
            ["outputs"] = $"{sweep.Outputs}",
            ["format"] = $"{sweep.Format}",
        });

    /// <exception cref="FileFault">The file is missing or no manifest.</exception>
    public static SweepManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var text = TextFile.Read(path, MaxBytes);
        try
        {
            if (JsonSerializer.Deserialize<SweepManifest>(text, Json) is { Format: FormatName, Points: > 0, Files: "parquet" or "csv" } manifest)
                return manifest;
        }
        catch (JsonException cause)
        {
            throw NotOne(cause);
        }

        throw NotOne(null);

        FileFault NotOne(JsonException? cause) =>
            new(path, "The file does not describe a sweep.", $"It must be an object with the format '{FormatName}', the number of points and the names of all columns.", "Check the folder.", cause);
    }

    /// <exception cref="IOException">The file exists already, or cannot be written.</exception>
    public void Write(string folder) =>
        AtomicFile.WriteText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json) + "\n", overwrite: false);

    /// <summary>What is different in another sweep; empty if nothing is.</summary>
    public IEnumerable<string> DifferencesTo(SweepManifest other) =>
        Sweep.Where(entry => other.Sweep.GetValueOrDefault(entry.Key) != entry.Value)
            .Select(entry => $"{entry.Key} (stored: {entry.Value}, here: {other.Sweep.GetValueOrDefault(entry.Key, "none")})");

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string FingerprintOf(Grid grid)
    {
        using var fingerprint = new Fingerprint();
        foreach (var (name, value) in grid.SelectMany(point => point))
        {
            fingerprint.Add(name);
            fingerprint.Add(value);
        }

        return fingerprint.ToString();
    }

    // Closures cannot be compared, but what they make of the network can. Where they fail, there is no network.
    private static string FingerprintOf(ParameterSweep sweep, ParameterValues point)
    {
        var network = sweep.Network.Clone();
        try
        {
            sweep.SetParameters(network, point);
            using var fingerprint = new Fingerprint();
            fingerprint.Add(NetworkFile.ToJson(network));
            return fingerprint.ToString();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return "none";
        }
    }
}
