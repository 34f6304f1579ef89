using System.CommandLine;
using Hnn.Cli.Notebooks;
using Hnn.Cli.Output;
using Hnn.Cli.Servers;

namespace Hnn.Cli.Verbs;

/// <summary>Opens a notebook in Jupyter, with our kernel.</summary>
internal sealed class NotebookOpenVerb : IVerb
{
    private readonly Argument<string?> _path = new("PATH")
    {
        Description = "A notebook, a file that ends in .ipynb, or a folder. [default: the lessons in the folder notebooks if it is here, else the current folder]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _noBrowser = new("--no-browser") { Description = "Open no browser; the address that is written is for one." };
    private readonly Option<int?> _port = Words.Whole("--port", "Where Jupyter listens on this machine. [default: the first of 8888 to 8899 that is free]", least: 1);

    public Command Command => new("open", $"Open a notebook in Jupyter, live, with the kernel '{KernelSpec.DisplayName}', which is installed first where that is needed. Ctrl-C ends it.") { _path, _noBrowser, _port };

    public async Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var target = OpenTarget.Of(words.GetValue(_path), Environment.CurrentDirectory);
        var port = LocalPort.Choose(words.GetValue(_port));
        var program = await JupyterProgram.FindAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException(WithoutJupyter(target));
        foreach (var file in KernelSpec.Update(KernelSpec.UserData()))
            terminal.Note($"Wrote {file}");
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            terminal.Note("You are root, which Jupyter advises against; it is started all the same.");

        var opensBrowser = !words.GetValue(_noBrowser);
        var server = await JupyterServer.StartAsync(program, target, port, opensBrowser, terminal.Note, cancellation).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            terminal.Line(opensBrowser ? $"{program.Name} opens {target.Path} in your browser. If it does not, go to" : $"{program.Name} serves {target.Path} at");
            terminal.Line($"  {server.Address}");
            terminal.Object(new { address = server.Address, path = target.Path, jupyter = program.Path, kernel = KernelSpec.Name });
            terminal.Note("Ctrl-C ends it; save your notebooks before.");
            try
            {
                return await server.WaitAsync(cancellation).ConfigureAwait(false) == 0 ? ExitCode.Success : ExitCode.Failure;
            }
            catch (OperationCanceledException)
            {
                // To be ended this way is no failure of a server.
                terminal.Note("Jupyter and its kernels are ended.");
                return ExitCode.Success;
            }
        }
    }

    private static string WithoutJupyter(OpenTarget target) =>
        "Jupyter is not found: neither JupyterLab nor Jupyter Notebook is on the PATH. Install one of them:\n  "
        + string.Join("\n  ", JupyterProgram.Installations)
        + $"\nWithout it, 'hnn notebook run {Quoted(target.File is null ? "LESSON.ipynb" : target.Path)} --html PAGE.html' runs the notebook and makes a page of it to look at.";

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
