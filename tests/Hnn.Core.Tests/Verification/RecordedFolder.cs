using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Verification;
using Hnn.Engine.Runs;
using Hnn.Testing;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Core.Tests.Verification;

/// <summary>The folder of a small recorded simulation, in which tests break one thing. The library itself recorded it, so untouched it agrees exactly.</summary>
internal sealed class RecordedFolder : IDisposable
{
    private const string Settings = """
        {
          "name": "tiny", "model": "neymotin_2020", "params_file": "tiny.json", "param_overrides": {"celsius": 36.0},
          "add_drives_from_params": false, "legacy_mode": false, "mesh_shape": [1, 1],
          "operations": [
            {"op": "add_evoked_drive", "name": "evprox", "mu": 3.0, "sigma": 0.5, "numspikes": 1, "location": "proximal", "n_drive_cells": "n_cells",
             "cell_specific": true, "weights_ampa": {"L2_basket": 0.1, "L2_pyramidal": 0.1, "L5_pyramidal": 0.1}, "weights_nmda": null, "space_constant": 3.0,
             "synaptic_delays": 0.1, "probability": 1.0, "event_seed": 4, "conn_seed": 3},
            {"op": "add_electrode_array", "name": "line", "electrode_pos": [[30.0, 0.0, 500.0], [30.0, 0.0, 1500.0]], "conductivity": 0.3, "method": "lsa", "min_distance": 0.5}
          ],
          "simulate": {"tstop": 12.0, "dt": 0.025, "n_trials": 2, "record_vsec": "all", "record_isec": "all", "record_ca": "soma"},
          "postprocess": [{"op": "scale", "factor": 3000}, {"op": "smooth", "window_len": 2}],
          "rmse_target": "measured.txt", "save": {"isec_decimate": 20}
        }
        """;

    private const int StopTime = 12;
    private const int PostDecimation = 8;

    private static readonly Lazy<ImmutableSortedDictionary<string, string>> _files = new(Simulated);
    private readonly TemporaryFolder _folder = new();

    public RecordedFolder()
    {
        foreach (var (name, text) in _files.Value)
            Write(name, text);
        Directory.CreateDirectory(PathOf("params"));
        Directory.CreateDirectory(PathOf("data"));
        ParameterFile.Save(ParameterSets.Default, PathOf("params/tiny.json"));
        Measured.Save(PathOf("data/measured.txt"));
    }

    /// <summary>Where to look for the case, and for what it refers to.</summary>
    public VerificationOptions Options => new() { Folder = PathOf("cases"), ParametersFolder = PathOf("params"), DataFolder = PathOf("data") };

    // Measured: what the small simulation is compared with; any wave does.
    private static Dipole Measured => new([.. Enumerable.Range(0, 25).Select(i => 0.5 * i)], [.. Enumerable.Range(0, 25).Select(i => Math.Round(Math.Sin(i), 4))]);

    public string PathOf(string path) => _folder.PathOf(path);

    /// <summary>Replays the case and compares.</summary>
    public CaseResult Verify() => Assert.Single(Verifier.Verify(Options, cancellation: TestContext.Current.CancellationToken));

    /// <summary>Changes one number of a table.</summary>
    /// <param name="table">Name of the table, without extension.</param>
    /// <param name="row">Row below the header, from 0.</param>
    /// <param name="column">Name of the column.</param>
    /// <param name="change">From the number as it is to the number as it shall be; may depend on the whole column.</param>
    public void Change(string table, int row, string column, Func<double, double[], double> change)
    {
        var lines = _files.Value[$"{table}.csv"].TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToArray();
        var index = Array.IndexOf(lines[0], column);
        var values = lines.Skip(1).Select(line => double.Parse(line[index], CultureInfo.InvariantCulture)).ToArray();
        lines[row + 1][index] = Text(change(values[row], values));
        Write($"{table}.csv", string.Join('\n', lines.Select(line => string.Join(',', line))) + "\n");
    }

    /// <summary>Changes the text of a table.</summary>
    public void ChangeText(string table, Func<string, string> change) => Write($"{table}.csv", change(_files.Value[$"{table}.csv"]));

    /// <summary>Changes the settings file.</summary>
    public void ChangeSettings(Action<JsonNode> change)
    {
        var document = JsonNode.Parse(_files.Value["settings.json"])!;
        change(document);
        Write("settings.json", document.ToJsonString());
    }

    /// <summary>Removes a table.</summary>
    public void Remove(string table) => File.Delete(PathOf($"cases/tiny/{table}.csv.gz"));

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes a file of the case; tables are compressed.</summary>
    public void Write(string name, string text)
    {
        Directory.CreateDirectory(PathOf("cases/tiny"));
        var isTable = name.EndsWith(".csv", StringComparison.Ordinal);
        using var file = File.Create(PathOf($"cases/tiny/{name}{(isTable ? ".gz" : "")}"));
        using Stream content = isTable ? new GZipStream(file, CompressionLevel.Fastest) : file;
        using var writer = new StreamWriter(content);
        writer.Write(text);
    }

    private static ImmutableSortedDictionary<string, string> Simulated()
    {
        using var settings = JsonDocument.Parse(Settings);
        var net = SettingsReplay.Network(settings.RootElement, _ => ParameterSets.Default);
        var result = net.Simulate(SimulationOptions.Default with
        {
            StopTime = StopTime, Trials = 2, Voltages = Record.All, SynapticCurrents = Record.All, Calcium = Record.Soma,
        });
        var tables = Enumerable.Range(0, 2).SelectMany(trial => TablesOf(result, trial)).Append(("spikes", Spikes(result.CellResponse)));
        return tables.ToImmutableSortedDictionary(table => $"{table.Item1}.csv", table => table.Item2)
            .Add("settings.json", new JsonObject { ["settings"] = JsonNode.Parse(Settings), ["results"] = Summary(net, result) }.ToJsonString());
    }

    private static IEnumerable<(string Name, string Text)> TablesOf(SimulationResult result, int trial)
    {
        var (dipole, response) = (result.Dipoles[trial], result.CellResponse);
        var post = dipole.Scaled(3000).Smoothed(2);
        yield return ($"dipole_trial{trial}", Columns(dipole.Times, 1, dipole.Layers.Select(layer => (layer, dipole[layer]))));
        yield return ($"dipole_post_trial{trial}", Columns(dipole.Times, PostDecimation, post.Layers.Select(layer => (layer, post[layer]))));
        yield return ($"vsec_trial{trial}", Columns(dipole.Times, 10, Traces(ProbeQuantity.Voltage)));
        yield return ($"vsoma_full_trial{trial}", Columns(dipole.Times, 1, Traces(ProbeQuantity.Voltage).Where(trace => trace.Name == "0:soma")));
        yield return ($"isec_trial{trial}", Columns(dipole.Times, 20, Traces(ProbeQuantity.SynapticCurrent)));
        yield return ($"ca_trial{trial}", Columns(dipole.Times, 10, Traces(ProbeQuantity.Calcium)));
        yield return ($"lfp_line_trial{trial}", Columns(dipole.Times, 4, result.Electrodes[0].Voltages[trial].Select((values, contact) => ($"contact{contact}", values))));

        IEnumerable<(string Name, ImmutableArray<double> Values)> Traces(ProbeQuantity quantity) => response.Probes.Where(probe => probe.Quantity == quantity)
            .Select(probe => ($"{probe.Gid}:{probe.Section}{(probe.Receptor is null ? "" : "_")}{probe.Receptor}", response.Trace(trial, probe)));
    }

    private static string Columns(ImmutableArray<double> times, int step, IEnumerable<(string Name, ImmutableArray<double> Values)> columns)
    {
        var all = columns.Prepend(("time", times)).ToArray();
        var rows = Enumerable.Range(0, (times.Length + step - 1) / step).Select(row => string.Join(',', all.Select(column => Text(column.Item2[row * step]))));
        return string.Join('\n', rows.Prepend(string.Join(',', all.Select(column => column.Item1)))) + "\n";
    }

    private static string Spikes(CellResponse response) => "trial,time,type,gid\n" + string.Concat(response.Trials.SelectMany((trial, index) =>
        Enumerable.Range(0, trial.Count).Select(i => $"{index},{Text(trial.Times[i])},{trial.Types[i]},{trial.Gids[i]}\n")));

    private static JsonObject Summary(Network net, SimulationResult result) => new()
    {
        ["gid_ranges"] = new JsonObject(net.GidRanges.Select(range => KeyValuePair.Create(range.Key, (JsonNode?)new JsonArray(range.Value.Start, range.Value.Stop)))),
        ["n_samples"] = result.Dipoles[0].Times.Length,
        ["spike_counts"] = new JsonArray([.. result.CellResponse.Trials.Select(trial =>
            new JsonObject(trial.Types.CountBy(type => type).Select(count => KeyValuePair.Create(count.Key, (JsonNode?)count.Value))))]),
        ["dipole_agg_range"] = new JsonArray([.. result.Dipoles.Select(dipole => new JsonObject { ["min"] = dipole["agg"].Min(), ["max"] = dipole["agg"].Max() })]),
        ["rmse"] = new JsonArray([.. result.Dipoles.Select(dipole => JsonValue.Create(dipole.Scaled(3000).Smoothed(2).Rmse(Measured, 0, StopTime)))]),
        ["post_decimate"] = PostDecimation,
        ["files"] = new JsonArray("spikes.csv.gz", "dipole_trial0.csv.gz", "dipole_trial1.csv.gz"),
    };

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
