using System.CommandLine;
using Hnn.Cli.Notebooks;
using Hnn.Cli.Output;

namespace Hnn.Cli.Verbs;

/// <summary>Tells Jupyter of the C# kernel.</summary>
internal sealed class NotebookInstallVerb : IVerb
{
    private readonly Option<string?> _prefix = new("--prefix") { Description = "Install for all users of DIR/share/jupyter, such as a Python environment, and not for this user.", HelpName = "DIR" };

    public Command Command => new("install", $"Install the kernel '{KernelSpec.DisplayName}' into Jupyter, with plotly.js beside it, so that charts need no network.") { _prefix };

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var prefix = words.GetValue(_prefix);
        var data = prefix is null ? KernelSpec.UserData() : Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");
        var written = KernelSpec.Install(data);
        foreach (var file in written)
            terminal.Line($"Wrote {file}");
        terminal.Line($"Jupyter now offers the kernel '{KernelSpec.DisplayName}'. It starts {KernelSpec.Command[0]}; if that moves, install again.");
        terminal.Object(new { kernel = KernelSpec.Name, written });
        return Task.FromResult(ExitCode.Success);
    }
}
