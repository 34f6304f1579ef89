using System.CommandLine;
using Hnn.Cli.Output;
using Hnn.Jupyter.Notebooks;
using Hnn.Programs;
using Hnn.Programs.Writing;

namespace Hnn.Cli.Verbs;

/// <summary>Makes one web page of a notebook as it is, or a program; nothing is executed.</summary>
internal sealed class NotebookExportVerb : IVerb
{
    private readonly Argument<string> _notebook = new("NOTEBOOK") { Description = "The notebook, a file that ends in .ipynb; for a page, with the outputs it is to show." };
    private readonly Option<string?> _target = new("--output", "-o") { Description = "Where the page is written, or, if the name ends in .cs, the program. [default: a page beside the notebook, ending in .html]", HelpName = "FILE" };

    public Command Command => new("export", "Make one web page of a notebook with its outputs, or a C# program. The page opens without a network; charts that were run live can be zoomed and played. The program runs with 'dotnet run FILE.cs', and writes such a page.")
    {
        _notebook, _target,
    };

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var path = words.GetRequiredValue(_notebook);
        var target = words.GetValue(_target) ?? Path.ChangeExtension(path, ".html");
        var notebook = Notebook.Load(path);
        TargetFiles.Prepare(path, output: null, target);
        if (ProgramFile.IsOne(target))
            WriteProgram(notebook, path, target, terminal);
        else
            WritePage(notebook, path, target, terminal);
        return Task.FromResult(ExitCode.Success);
    }

    private static void WriteProgram(Notebook notebook, string path, string program, Terminal terminal)
    {
        ProgramFile.Save(program, notebook, path);
        terminal.Line($"Wrote {program}");
        terminal.Object(new { notebook = path, program });
    }

    private static void WritePage(Notebook notebook, string path, string page, Terminal terminal)
    {
        var isLive = NotebookPages.HasLiveCharts(notebook);
        NotebookPages.Save(page, notebook);
        if (!isLive)
            terminal.Note($"The charts of {path} are pictures. For live ones run it first: 'hnn notebook run {path} --html {page}'.");
        terminal.Line($"Wrote {page}");
        terminal.Object(new { notebook = path, page, hasLiveCharts = isLive });
    }
}
