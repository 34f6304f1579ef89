using System.CommandLine;
using Hnn.Cli.Fitting;
using Hnn.Cli.Output;
using Hnn.Core.Datasets;
using Hnn.Core.FitSetups;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Plots;

namespace Hnn.Cli.Verbs;

/// <summary>Runs a fit that a file describes.</summary>
internal sealed class FitVerb(DatasetLookup? lookup = null) : IVerb
{
    private readonly Argument<string> _setup = new("SETUP") { Description = "Setup file (.json): network, target, parameters, solver; see docs/fit-setup.md." };
    private readonly Option<bool> _resume = new("--resume") { Description = $"Go on with the fit whose {FitFiles.Checkpoint} is in the folder." };
    private readonly Option<string> _folder = Words.Folder();
    private readonly Option<int> _threads = Words.Threads();
    private readonly MpiWords _mpi = new();

    public Command Command => new("fit", "Fit drives of a network to a measured dipole, as a setup file says. Ctrl-C keeps the best so far.") { _setup, _resume, _folder, _threads, _mpi };

    public async Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var setup = await FitSetup.LoadAsync(words.GetRequiredValue(_setup), lookup, cancellation).ConfigureAwait(false);
        foreach (var warning in setup.Warnings)
            terminal.Warn(warning);
        var folder = words.GetRequiredValue(_folder);
        var checkpoint = Checkpoint(folder, words.GetValue(_resume));
        using var ranks = _mpi.Use(words, terminal, words.GetValue(_threads));
        var fit = FitRunner.Run(terminal, setup.Optimizer, setup.Target, setup.Options with { Threads = words.GetValue(_threads) }, checkpoint, cancellation);

        string[] files = [.. FitFiles.Write(folder, fit, PageOf(terminal, fit, setup.StopTime), $"Fit of {Path.GetFileName(words.GetRequiredValue(_setup))}"), checkpoint];
        terminal.Line(fit.ToText(provenance: false));
        foreach (var file in files)
            terminal.Line($"Wrote {file}");
        terminal.Object(new { fit = FitSummary.ObjectOf(fit), files, warnings = setup.Warnings.Concat(fit.Warnings) });
        return fit.StopReason == StopReason.Cancelled ? ExitCode.Cancelled : ExitCode.Success;
    }

    private static string Checkpoint(string folder, bool isResumed)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FitFiles.Checkpoint);
        return (File.Exists(path), isResumed) switch
        {
            (true, false) => throw new InvalidOperationException($"'{path}' exists already: a fit was begun in this folder. Go on with it by --resume, name another folder with --out, or delete the file."),
            (false, true) => throw new InvalidOperationException($"There is no '{path}' to go on with. Name the folder of the fit with --out, or leave --resume out."),
            _ => path,
        };
    }

    private static Figure PageOf(Terminal terminal, FitResult fit, double stopTime)
    {
        var dipoles = new List<(string, Dipole)>();
        if (fit.Target is { } target)
            dipoles.Add(("measured", target));
        if (fit.Initial is { Fault: null } start)
            dipoles.Add(("start", Simulated("Simulating the start", start)));
        dipoles.Add(("best", Simulated("Simulating the best", fit.BestEvaluation)));
        return Figure.Rows(Plots.Plots.Dipoles([.. dipoles]), Plots.Plots.Convergence(fit), Plots.Plots.Parameters(fit));

        Dipole Simulated(string title, Evaluation evaluation) =>
            FitRunner.DipoleOf(FitRunner.Simulate(terminal, title, fit, evaluation.Parameters, stopTime), fit.Options);
    }
}
