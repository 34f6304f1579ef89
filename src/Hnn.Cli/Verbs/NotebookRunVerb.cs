using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Hnn.Cli.Notebooks;
using Hnn.Cli.Output;
using Hnn.Interactive;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Running;
using Hnn.Programs;

namespace Hnn.Cli.Verbs;

/// <summary>Executes a notebook's cells in order and writes it with its outputs.</summary>
internal sealed class NotebookRunVerb : IVerb
{
    private readonly Argument<string> _notebook = new("NOTEBOOK") { Description = "The notebook, a file that ends in .ipynb." };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Where the executed notebook is written; it may be the notebook itself. [default: nowhere]", HelpName = "FILE" };
    private readonly Option<string?> _page = new("--html") { Description = "Write the executed notebook as a web page, too.", HelpName = "FILE" };
    private readonly Option<ChartMode> _charts = new("--charts")
    {
        HelpName = "live|static",
        Description = "Live: charts that can be zoomed and played, with a picture for viewers that run no scripts. Static: pictures alone, for notebooks to be kept. The default is live, or static where the environment variable HNN_CHARTS is static.",
        DefaultValueFactory = _ => NotebookSettings.DefaultMode,
        CustomParser = ParseCharts,
    };

    private readonly Option<bool> _continue = new("--continue") { Description = "Go on after a cell that failed." };
    private readonly MpiWords _mpi = new();
    private readonly Option<double?> _limit = Words.Seconds("--cell-limit", "Longest time a cell may take, in seconds. [default: none]");

    public Command Command => new("run", "Execute a notebook's cells in order. What they print appears here; the first error ends the run, and names its cell and line.")
    {
        _notebook, _output, _page, _charts, _continue, _limit, _mpi,
    };

    public async Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var path = words.GetRequiredValue(_notebook);
        var (output, page) = (words.GetValue(_output), words.GetValue(_page));
        var notebook = Notebook.Load(path);
        TargetFiles.Prepare(path, output, page);
        using var ranks = _mpi.Use(words, terminal);
        var run = await NotebookRunner.RunAsync(notebook, OptionsFor(words, path, terminal), cancellation).ConfigureAwait(false);

        // What was reached is kept, also when a cell failed or the run was ended.
        var written = new List<string>();
        if (output is not null)
            Written(output, () => run.Notebook.Save(output));
        if (page is not null)
            Written(page, () => NotebookPages.Save(page, run.Notebook));

        foreach (var error in run.Errors)
            terminal.Note($"{path}, cell {error.Number} ({error.Id}): {error.Error}");
        foreach (var file in written)
            terminal.Line($"Wrote {file}");
        terminal.Object(new
        {
            notebook = path,
            succeeded = run.Succeeded,
            written,
            errors = run.Errors.Select(error => new { cell = error.Number, id = error.Id, error = error.Error.Name, message = error.Error.Value, traceback = error.Error.Traceback }),
        });
        return cancellation.IsCancellationRequested ? ExitCode.Cancelled : run.Succeeded ? ExitCode.Success : ExitCode.Failure;

        void Written(string file, Action write)
        {
            write();
            written.Add(file);
        }
    }

    private static ChartMode ParseCharts(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        foreach (var mode in Enum.GetValues<ChartMode>())
        {
            if (word.Equals(mode.ToString(), StringComparison.OrdinalIgnoreCase))
                return mode;
        }

        result.AddError($"'{word}' does not fit --charts. It takes live or static.");
        return default;
    }

    private RunOptions OptionsFor(ParseResult words, string path, Terminal terminal)
    {
        NotebookSettings.ChartMode = words.GetValue(_charts);
        var limit = words.GetValue(_limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return RunOptions.Default with
        {
            Engine = Toolkit.EngineFor(Path.GetDirectoryName(Path.GetFullPath(path))!) with { CellTimeLimit = limit },
            ContinueOnError = words.GetValue(_continue),
            Echo = terminal.IsJson ? null : terminal.Raw,
            Updated = new SparseNotes(terminal.Note).Note,
            Progress = cell =>
            {
                if (!cell.HasEnded)
                    terminal.Note(string.Create(CultureInfo.InvariantCulture, $"Cell {cell.Number} of {cell.Count}"));
            },
        };
    }
}
