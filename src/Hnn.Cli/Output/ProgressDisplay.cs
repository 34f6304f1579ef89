using Hnn.Core.Simulation;
using Spectre.Console;

namespace Hnn.Cli.Output;

/// <summary>Shows on standard error how far a simulation is and how long it will still take.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs work and shows its progress meanwhile.</summary>
    /// <param name="terminal">Whose standard error it is.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work; it is handed what to report to.</param>
    /// <returns>What the work returned.</returns>
    public static T Run<T>(Terminal terminal, string title, Func<IProgress<SimulationProgress>, T> work) =>
        terminal.ErrorConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new Reporter(context.AddTask(Markup.Escape(title), maxValue: 1))));

    // Progress<T> would queue the reports elsewhere and let them come after the end.
    private sealed class Reporter(ProgressTask task) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => task.Value = value.Fraction;
    }
}
