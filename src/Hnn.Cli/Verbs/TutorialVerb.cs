using System.CommandLine;
using System.Globalization;
using Hnn.Cli.Fitting;
using Hnn.Cli.Output;
using Hnn.Core.Datasets;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Plots;
using Hnn.Plots.Plotly;

namespace Hnn.Cli.Verbs;

/// <summary>The tutorial on optimising an evoked response: simulates the initial network, fits its second proximal drive, simulates the result, draws all.</summary>
internal sealed class TutorialVerb(DatasetLookup? lookup = null) : IVerb
{
    private readonly Option<string?> _data = new("--data") { Description = "A measured dipole to compare with, instead of S1_SupraT.", HelpName = "FILE" };
    private readonly Option<int> _evaluations = Words.Whole("--evaluations", "Number of simulations the fit may take; 0 for the initial simulation alone.", least: 0, byDefault: 100);
    private readonly Option<int> _seed = Words.Whole("--seed", "Seed of the solver's random choices.", least: 0, byDefault: 1);
    private readonly Option<Solver> _solver = Words.Solver();
    private readonly Option<string?> _checkpoint = new("--checkpoint") { Description = "Keep each evaluation in this file; if it exists, go on with its fit.", HelpName = "FILE" };
    private readonly Option<(int X, int Y)> _mesh = Words.Mesh();
    private readonly Option<string> _folder = Words.Folder();
    private readonly Option<int> _threads = Words.Threads();
    private readonly MpiWords _mpi = new();

    public Command Command => new("tutorial", "Simulate the evoked-response tutorial's network, fit it to the measured dipole and draw what comes out. Ctrl-C keeps the best so far.")
    {
        _data, _evaluations, _seed, _solver, _checkpoint, _mesh, _folder, _threads, _mpi,
    };

    public async Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var found = await MeasuredAsync(words.GetValue(_data), cancellation).ConfigureAwait(false);
        foreach (var warning in found.Warnings)
            terminal.Warn(warning);
        var measured = (Name: found.Origin == DatasetOrigin.StandIn ? "stand-in (invented)" : "measured", found.Dipole);
        terminal.Line($"Compared with the {measured.Name} dipole: {(found.Place.Length > 0 ? found.Place : "made by formula")}");

        var options = SimulationOptions.Default with { StopTime = found.Dipole.Times[^1], Threads = words.GetValue(_threads) };
        using var ranks = _mpi.Use(words, terminal, options.Threads);
        var simulated = ProgressDisplay.Run(terminal, "Simulating the column", progress => TutorialNetwork.Make(words.GetValue(_mesh)).Simulate(options, progress, cancellation));
        var initial = FitRunner.DipoleOf(simulated, TutorialNetwork.Options);
        var rmse = initial.Rmse(found.Dipole, 0, options.StopTime);
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"RMSE {rmse:F2}"));

        var fit = words.GetValue(_evaluations) > 0 ? Fit(words, terminal, found.Dipole, cancellation) : null;
        if (fit is not null)
            terminal.Line(fit.ToText(provenance: false));
        var page = Path.Combine(words.GetRequiredValue(_folder), "evoked.html");
        var figure = fit is null ? FigureOf(simulated, measured, ("initial", initial)) : FigureOf(terminal, fit, measured, initial);
        PlotlyPage.Save(page, figure, $"Evoked response: {measured.Name} and simulated");
        terminal.Line($"Wrote {page}");
        terminal.Object(new
        {
            rmse, initialLoss = rmse, bestLoss = fit?.Loss, evaluations = fit?.History.Length ?? 0, seconds = fit?.Elapsed.TotalSeconds ?? 0,
            fit = fit is null ? null : FitSummary.ObjectOf(fit),
            data = found.Origin.ToString(), dataPlace = found.Place, found.Warnings, page, simulated.Provenance.ModelHash,
        });
        return fit?.StopReason == StopReason.Cancelled ? ExitCode.Cancelled : ExitCode.Success;
    }

    private async Task<FoundDataset> MeasuredAsync(string? path, CancellationToken cancellation) => path is not null
        ? new FoundDataset(Dipole.Load(path), DatasetOrigin.DataFolder, path, [])
        : await (lookup ?? DatasetLookup.FromEnvironment()).FindAsync(Dataset.S1SupraT, cancellation).ConfigureAwait(false);

    private FitResult Fit(ParseResult words, Terminal terminal, Dipole measured, CancellationToken cancellation)
    {
        var optimizer = new Optimizer(TutorialNetwork.WithoutSecondProximal(words.GetValue(_mesh)), measured.Times[^1], TutorialNetwork.Constraints, TutorialNetwork.SetParameters)
        {
            Solver = words.GetRequiredValue(_solver), MaxEvaluations = words.GetValue(_evaluations), Seed = (ulong)words.GetValue(_seed),
        };
        return FitRunner.Run(terminal, optimizer, measured, TutorialNetwork.Options with { Threads = words.GetValue(_threads) }, words.GetValue(_checkpoint), cancellation);
    }

    private static Figure FigureOf(Terminal terminal, FitResult fit, (string Name, Dipole Dipole) measured, Dipole initial)
    {
        var optimised = FitRunner.Simulate(terminal, "Simulating the optimised column", fit, fit.Best, measured.Dipole.Times[^1]);
        return Figure.Rows(FigureOf(optimised, measured, ("initial", initial), ("optimised", FitRunner.DipoleOf(optimised, fit.Options))), Plots.Plots.Convergence(fit));
    }

    private static Figure FigureOf(SimulationResult last, params ReadOnlySpan<(string Name, Dipole Dipole)> dipoles) => Figure.Rows(
        Plots.Plots.Dipoles(dipoles),
        Plots.Plots.SpikeHistogram(last.CellResponse, stopTime: last.Provenance.Options.StopTime));
}
