using System.Globalization;
using System.Text;
using Hnn.Cli.Output;
using Hnn.Core.Files;
using Hnn.Core.Optimization;
using Hnn.Plots;
using Hnn.Plots.Plotly;

namespace Hnn.Cli.Fitting;

/// <summary>The files a fit leaves.</summary>
internal static class FitFiles
{
    /// <summary>Name of the file that keeps each evaluation as it is made.</summary>
    public const string Checkpoint = "checkpoint.jsonl";

    /// <summary>Writes the best network, the best parameters, the history and the page.</summary>
    /// <param name="folder">Folder that exists.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="page">What the page shows.</param>
    /// <param name="title">Title of the page.</param>
    /// <returns>Paths of the files.</returns>
    public static string[] Write(string folder, FitResult fit, Figure page, string title)
    {
        var (network, parameters, history, html) = (PathOf("best-network.json"), PathOf("best-parameters.json"), PathOf("history.csv"), PathOf("fit.html"));
        NetworkFile.Save(fit.Network, network);
        AtomicFile.WriteText(parameters, Terminal.Serialize(new { fit.Loss, parameters = fit.Best.ToDictionary() }));
        AtomicFile.WriteText(history, HistoryOf(fit));
        PlotlyPage.Save(html, page, title);
        return [network, parameters, history, html];

        string PathOf(string name) => Path.Combine(folder, name);
    }

    /// <summary>The history as comma-separated values: a line for each evaluation. A loss is empty where an evaluation failed, and the last column says why.</summary>
    public static string HistoryOf(FitResult fit)
    {
        var csv = new StringBuilder();
        var trials = Enumerable.Range(1, fit.Options.Trials).ToArray();
        AppendLine(csv, ["evaluation", "loss", .. trials.Select(trial => string.Create(CultureInfo.InvariantCulture, $"loss of trial {trial}")), "seconds", .. fit.Best.Keys, "fault"]);
        foreach (var evaluation in fit.History)
        {
            AppendLine(csv,
            [
                (evaluation.Index + 1).ToString(CultureInfo.InvariantCulture),
                Number(evaluation.Loss),
                .. trials.Select(trial => evaluation.TrialLosses.Length < trial ? "" : Number(evaluation.TrialLosses[trial - 1])),
                evaluation.Elapsed.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture),
                .. evaluation.Parameters.Values.Select(Number),
                evaluation.Fault ?? "",
            ]);
        }

        return csv.ToString();
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    private static void AppendLine(StringBuilder csv, IEnumerable<string> fields) => csv.AppendJoin(',', fields.Select(Quoted)).Append('\n');

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
