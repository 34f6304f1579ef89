using System.CommandLine;
using System.Globalization;
using Hnn.Cli.Output;
using Hnn.Core.Datasets;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Plots;
using Hnn.Plots.Plotly;

namespace Hnn.Cli.Verbs;

/// <summary>Simulates the evoked-response tutorial's initial network and compares it with the measured dipole.</summary>
internal sealed class TutorialVerb(DatasetLookup? lookup = null) : IVerb
{
    private readonly Option<string?> _data = new("--data") { Description = "A measured dipole to compare with, instead of S1_SupraT.", HelpName = "FILE" };
    private readonly Option<string> _folder = Words.Folder();
    private readonly Option<int> _threads = Words.Threads();

    public Command Command => new("tutorial", "Simulate the evoked-response tutorial's network, compare it with the measured dipole and draw both.") { _data, _folder, _threads };

    public async Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var found = await MeasuredAsync(words.GetValue(_data), cancellation).ConfigureAwait(false);
        foreach (var warning in found.Warnings)
            terminal.Warn(warning);
        var name = found.Origin == DatasetOrigin.StandIn ? "stand-in (invented)" : "measured";
        terminal.Line($"Compared with the {name} dipole: {(found.Place.Length > 0 ? found.Place : "made by formula")}");

        var options = SimulationOptions.Default with { StopTime = found.Dipole.Times[^1], Threads = words.GetValue(_threads) };
        var result = ProgressDisplay.Run(terminal, "Simulating the column", progress => TutorialNetwork.Make().Simulate(options, progress, cancellation));
        var simulated = result.Dipoles[0].Scaled(TutorialNetwork.Scale).Smoothed(TutorialNetwork.SmoothingWindow);
        var rmse = simulated.Rmse(found.Dipole, 0, options.StopTime);
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"RMSE {rmse:F2}"));

        var page = Path.Combine(words.GetRequiredValue(_folder), "evoked.html");
        PlotlyPage.Save(page, FigureOf(name, found.Dipole, simulated, result.CellResponse), $"Evoked response: {name} and simulated");
        terminal.Line($"Wrote {page}");
        terminal.Object(new { rmse, data = found.Origin.ToString(), dataPlace = found.Place, found.Warnings, page, result.Provenance.ModelHash });
        return ExitCode.Success;
    }

    private async Task<FoundDataset> MeasuredAsync(string? path, CancellationToken cancellation) => path is not null
        ? new FoundDataset(Dipole.Load(path), DatasetOrigin.DataFolder, path, [])
        : await (lookup ?? DatasetLookup.FromEnvironment()).FindAsync(Dataset.S1SupraT, cancellation).ConfigureAwait(false);

    private static Figure FigureOf(string name, Dipole measured, Dipole simulated, CellResponse spikes) => Figure.Rows(
        Plots.Plots.Dipoles((name, measured), ("simulated", simulated)),
        Plots.Plots.SpikeHistogram(spikes, stopTime: measured.Times[^1]));
}
