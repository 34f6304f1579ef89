using Hnn.Jupyter.Notebooks;
using Hnn.Testing;

namespace Hnn.Cli.Tests.Verbs;

/// <summary>A notebook of some code cells (named c1, c2, …), in a folder of its own that is gone when disposed.</summary>
internal sealed class SmallNotebook : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallNotebook(params string[] code)
    {
        var cells = code.Select((source, i) => new NotebookCell($"c{i + 1}", CellKind.Code, source));
        new Notebook { Cells = [.. cells] }.Save(Path);
    }

    public string Path => PathOf("small.ipynb");

    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Runs it, writes the executed notebook beside it, and gives both the command's run and what was written.</summary>
    public async Task<(CliRun Run, Notebook Written)> RunAsync(params string[] words)
    {
        var run = await CliRun.Of(["notebook", "run", Path, "--output", PathOf("out.ipynb"), .. words]);
        return (run, Notebook.Load(PathOf("out.ipynb")));
    }

    public void Dispose() => _folder.Dispose();
}
