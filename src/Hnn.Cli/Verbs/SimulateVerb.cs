using System.CommandLine;
using Hnn.Cli.Output;
using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Engine.Runs;
using Hnn.Plots;

namespace Hnn.Cli.Verbs;

/// <summary>Simulates a network file.</summary>
internal sealed class SimulateVerb : IVerb
{
    private readonly Argument<string> _network = new("NETWORK") { Description = "Network file (.json)." };
    private readonly Option<double> _stop = Words.StopTime();
    private readonly Option<double> _step = Words.Time("--dt", "Integration step in ms.", byDefault: 0.025);
    private readonly Option<int> _trials = Words.Whole("--trials", "Number of trials.", least: 1, byDefault: 1);
    private readonly Option<string> _folder = Words.Folder();
    private readonly Option<int> _threads = Words.Threads();
    private readonly Option<CodePath> _path = Words.CodePath();
    private readonly MpiWords _mpi = new();
    private readonly Option<string?> _figure = FigureFile.Words("--figure", "Also draw the mean dipole, its layers and the drives' spikes.");

    public Command Command => new("simulate", "Simulate a network file; write dipoles and spikes as text files, and where they come from as JSON.")
    {
        _network, _stop, _step, _trials, _folder, _threads, _path, _figure, _mpi,
    };

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var net = NetworkFile.Load(words.GetRequiredValue(_network));
        var options = SimulationOptions.Default with
        {
            StopTime = words.GetValue(_stop),
            TimeStep = words.GetValue(_step),
            Trials = words.GetValue(_trials),
            Threads = words.GetValue(_threads),
            CodePath = words.GetValue(_path),
        };
        using var ranks = _mpi.Use(words, terminal, options.Threads);
        var result = Simulate(net, options, words.GetRequiredValue(_folder), terminal, cancellation);
        foreach (var warning in result.Warnings)
            terminal.Warn(warning);

        var files = Write(result, words.GetRequiredValue(_folder));
        if (words.GetValue(_figure) is { } figure)
        {
            FigureFile.Save(figure, FigureOf(result), "Simulated dipole and spikes");
            files.Add(figure);
        }

        foreach (var file in files)
            terminal.Line($"Wrote {file}");
        terminal.Object(new { files, result.Warnings, result.Provenance.ModelHash });
        return Task.FromResult(ExitCode.Success);
    }

    // Trials that were finished before the user ended the simulation are written.
    private static SimulationResult Simulate(Network net, SimulationOptions options, string folder, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            return ProgressDisplay.Run(terminal, "Simulating", progress => net.Simulate(options, progress, cancellation));
        }
        catch (SimulationCanceledException canceled) when (canceled.Finished is { } finished)
        {
            Write(finished, folder);
            terminal.Note($"Ended early; the {finished.Dipoles.Length} finished trials are in {folder}.");
            throw;
        }
    }

    private static Figure FigureOf(SimulationResult result) =>
        Figure.Rows(Plots.Plots.DipoleLayers(result.Dipoles.Average()), Plots.Plots.SpikeHistogram(result.CellResponse, stopTime: result.Provenance.Options.StopTime));

    private static List<string> Write(SimulationResult result, string folder)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        for (var trial = 0; trial < result.Dipoles.Length; trial++)
        {
            files.Add(Path.Combine(folder, $"dipole_{trial}.txt"));
            result.Dipoles[trial].Save(files[^1]);
        }

        files.AddRange(result.CellResponse.SaveSpikes(Path.Combine(folder, "spk_%d.txt")));
        files.Add(Path.Combine(folder, "provenance.json"));
        ProvenanceFile.Write(result.Provenance, files[^1]);
        return files;
    }
}
