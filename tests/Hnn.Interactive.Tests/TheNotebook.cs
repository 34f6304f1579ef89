namespace Hnn.Interactive.Tests;

/// <summary>What is global in a notebook, for the length of a test: as it was again when disposed. Tests that use it run one after the other.</summary>
[CollectionDefinition(nameof(TheNotebook), DisableParallelization = true)]
public sealed class TheNotebook : IDisposable
{
    private readonly ChartMode _mode = NotebookSettings.ChartMode;

    /// <summary>Sets what is named.</summary>
    /// <param name="host">The notebook's host. Default: none.</param>
    /// <param name="cell">The token of the running cell. Default: none.</param>
    /// <param name="mode">How figures are shown. Default: as they are.</param>
    public TheNotebook(Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>? host = null, CancellationToken? cell = null, ChartMode? mode = null)
    {
        NotebookExtension.Host = host;
        NotebookExtension.Interrupt = cell is { } token ? () => token : null;
        NotebookSettings.ChartMode = mode ?? _mode;
    }

    public void Dispose()
    {
        (NotebookExtension.Host, NotebookExtension.Interrupt) = (null, null);
        NotebookSettings.ChartMode = _mode;
    }
}
