using System.Globalization;
using System.Text;
using Hnn.Core.Files;

namespace Hnn.Core.Optimization;

public sealed partial class FitResult
{
    /// <summary>A report for terminal and log: losses, parameters with bounds, over-fit, failures, warnings, provenance. Lines end in <c>\n</c>.</summary>
    /// <param name="provenance">Whether all on which the evaluations depend is listed, too. Default: true.</param>
    public string ToText(bool provenance = true) =>
        string.Join('\n', new FitReport(this, _problem).Sections(provenance).Select(section => section.ToText()));

    /// <summary>The same report as an HTML fragment that needs nothing from outside; all texts are encoded.</summary>
    public string ToHtml() =>
        $"<div class=\"hnn-fit\">\n{string.Concat(new FitReport(this, _problem).Sections(provenance: true).Select(section => section.ToHtml()))}</div>\n";

    /// <summary>Writes the history as a CSV file with all digits: index, parameters, loss, loss of each trial, milliseconds, fault. It appears whole or not at all.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default: true.</param>
    /// <exception cref="IOException">The file exists and may not be replaced, or cannot be written.</exception>
    public void SaveHistory(string path, bool overwrite = true)
    {
        var names = _problem.Cube.Names;
        var trials = Enumerable.Range(0, Options.Trials).ToArray();
        var text = new StringBuilder();
        AppendLine(["index", .. names, "loss", .. trials.Select(trial => $"loss_trial{trial}"), "milliseconds", "fault"]);
        foreach (var evaluation in History)
        {
            AppendLine(
            [
                Text(evaluation.Index),
                .. names.Select(name => evaluation.Parameters.TryGetValue(name, out var value) ? Text(value) : ""),
                Text(evaluation.Loss),
                .. trials.Select(trial => evaluation.TrialLosses.IsEmpty ? "" : Text(evaluation.TrialLosses[trial])),
                Text(evaluation.Elapsed.TotalMilliseconds),
                evaluation.Fault ?? "",
            ]);
        }

        AtomicFile.WriteText(path, text.ToString(), overwrite);

        void AppendLine(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append('\n');
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny("\",\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
