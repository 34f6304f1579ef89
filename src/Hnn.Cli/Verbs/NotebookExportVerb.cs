using System.CommandLine;
using Hnn.Cli.Notebooks;
using Hnn.Cli.Output;
using Hnn.Jupyter.Notebooks;

namespace Hnn.Cli.Verbs;

/// <summary>Makes one web page of a notebook as it is; nothing is executed.</summary>
internal sealed class NotebookExportVerb : IVerb
{
    private readonly Argument<string> _notebook = new("NOTEBOOK") { Description = "The notebook, a file that ends in .ipynb, with the outputs it is to show." };
    private readonly Option<string?> _page = new("--output", "-o") { Description = "Where the page is written. [default: beside the notebook, ending in .html]", HelpName = "FILE" };

    public Command Command => new("export", "Make one web page of a notebook with its outputs. It opens without a network; charts that were run live can be zoomed and played.")
    {
        _notebook, _page,
    };

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var path = words.GetRequiredValue(_notebook);
        var page = words.GetValue(_page) ?? Path.ChangeExtension(path, ".html");
        var notebook = Notebook.Load(path);
        TargetFiles.Prepare(path, output: null, page);
        var isLive = NotebookPages.HasLiveCharts(notebook);
        NotebookPages.Save(page, notebook);
        if (!isLive)
            terminal.Note($"The charts of {path} are pictures. For live ones run it first: 'hnn notebook run {path} --html {page}'.");
        terminal.Line($"Wrote {page}");
        terminal.Object(new { notebook = path, page, hasLiveCharts = isLive });
        return Task.FromResult(ExitCode.Success);
    }
}
