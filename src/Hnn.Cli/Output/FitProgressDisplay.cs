using System.Globalization;
using Hnn.Core.Optimization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hnn.Cli.Output;

/// <summary>Shows on standard error how far a fit is, the best loss so far, and how long it will still take.</summary>
internal static class FitProgressDisplay
{
    /// <summary>Runs a fit and shows its progress meanwhile.</summary>
    /// <param name="terminal">Whose standard error it is.</param>
    /// <param name="work">The fit; it is handed what to report to.</param>
    public static FitResult Run(Terminal terminal, Func<IProgress<FitProgress>, FitResult> work)
    {
        var remaining = new RemainingColumn();
        return terminal.ErrorConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), remaining)
            .Start(context => work(new Reporter(context.AddTask("Simulating the first evaluations", maxValue: 1), remaining)));
    }

    /// <summary>What stands before the bar.</summary>
    public static string DescriptionOf(FitProgress progress) => progress.Evaluations < progress.Budget
        ? string.Create(CultureInfo.InvariantCulture, $"Evaluation {progress.Evaluations} of {progress.Budget}, best loss {progress.Best.Loss:G5}")
        : string.Create(CultureInfo.InvariantCulture, $"Judging on fresh seeds, best loss {progress.Best.Loss:G5}");

    /// <summary>What stands behind the bar: the fit's own estimate of the time left.</summary>
    public static string RemainingOf(FitProgress progress) =>
        progress.Remaining is { } left && progress.Evaluations < progress.Budget ? left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : "-:--:--";

    private sealed class RemainingColumn : ProgressColumn
    {
        public string Text { get; set; } = "-:--:--";

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(Text);
    }

    private sealed class Reporter(ProgressTask task, RemainingColumn remaining) : IProgress<FitProgress>
    {
        public void Report(FitProgress value)
        {
            remaining.Text = RemainingOf(value);
            task.Description = Markup.Escape(DescriptionOf(value));
            task.Value = value.Fraction;
        }
    }
}
