using System.Collections.Immutable;
using Hnn.Mpi.Launching;

namespace Hnn.Cli.Servers;

/// <summary>A Jupyter that is installed here.</summary>
/// <param name="Path">Full path of the program.</param>
/// <param name="Words">Words that come before all others.</param>
/// <param name="IsLab">Whether it is JupyterLab; else Jupyter Notebook.</param>
internal sealed record JupyterProgram(string Path, ImmutableArray<string> Words, bool IsLab)
{
    private const string Starter = "jupyter";

    // A Python that wakes on a busy machine takes its time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How to get Jupyter, a line per system.</summary>
    public static ImmutableArray<string> Installations { get; } =
    [
        "Debian, Ubuntu: 'apt install jupyter-notebook', or JupyterLab with 'pipx install jupyterlab'.",
        "macOS: 'brew install jupyterlab'.",
        "Windows: install Python from python.org, then 'py -m pip install jupyterlab'; its folder Scripts must be on the PATH.",
        "With conda, on each of them: 'conda install -c conda-forge jupyterlab'.",
    ];

    /// <summary>Its name for people.</summary>
    public string Name => IsLab ? "JupyterLab" : "Jupyter Notebook";

    /// <summary>Finds JupyterLab, or else Jupyter Notebook, on the PATH; null if neither is there.</summary>
    public static async Task<JupyterProgram?> FindAsync(CancellationToken cancellation) =>
        OfItsOwn("lab") ?? await OfStarterAsync("lab", cancellation).ConfigureAwait(false) ?? OfItsOwn("notebook") ?? await OfStarterAsync("notebook", cancellation).ConfigureAwait(false);

    /// <summary>Asks it for its version; empty if it does not tell it in time.</summary>
    /// <param name="limit">How long it may take. Default: 10 s.</param>
    /// <param name="cancellation">Ends the question.</param>
    public async Task<string> VersionAsync(TimeSpan? limit = null, CancellationToken cancellation = default) =>
        (await ProgramWords.AskAsync(Path, [.. Words, "--version"], limit ?? Patience, cancellation).ConfigureAwait(false))?.Split('\n')[0].Trim() ?? "";

    private static JupyterProgram? OfItsOwn(string kind) => ProgramPath.Find($"{Starter}-{kind}") is { } path ? new(path, [], kind == "lab") : null;

    // The starter may know programs that are not on the PATH.
    private static async Task<JupyterProgram?> OfStarterAsync(string kind, CancellationToken cancellation)
    {
        if (ProgramPath.Find(Starter) is not { } path)
            return null;
        var program = new JupyterProgram(path, [kind], kind == "lab");
        return (await program.VersionAsync(cancellation: cancellation).ConfigureAwait(false)).Length > 0 ? program : null;
    }
}
