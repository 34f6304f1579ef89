using System.Globalization;
using Hnn.Jupyter.Displays;
using Hnn.Jupyter.Notebooks;

namespace Hnn.Jupyter.Directives;

/// <summary>Carries out <c>#!import</c>: runs the C# of another file as if it stood here.</summary>
/// <param name="run">Runs a text.</param>
internal sealed class FileImport(Func<string, Origin, CancellationToken, Task<(bool HasValue, object? Value)>> run)
{
    /// <summary>Runs a notebook (.ipynb), a script (.csx, .cs) or a .dib file.</summary>
    /// <returns>The value of its last expression, not yet shown.</returns>
    /// <exception cref="DirectiveException">The file cannot be read, or imports itself.</exception>
    public async Task<(bool HasValue, object? Value)> RunAsync(ImportPart part, Origin origin, CancellationToken cancellation)
    {
        var path = origin.FullPath(part.Path);
        if (!File.Exists(path))
            throw new DirectiveException(part.Line, $"The file '{part.Path}' does not exist. Correct the path, which is relative to the notebook's folder.");
        if (origin.Files.Contains(path))
            throw new DirectiveException(part.Line, $"The file '{part.Path}' imports itself, perhaps by way of others. Let one of them stand alone.");
        try
        {
            return await RunAsync(path, Path.GetFileName(path), origin, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is NotebookException or IOException)
        {
            throw new DirectiveException(part.Line, $"The file '{part.Path}' cannot be imported. {fault.Message}", fault);
        }
    }

    /// <summary>Runs a file under the name that errors give it.</summary>
    public async Task<(bool HasValue, object? Value)> RunAsync(string path, string name, Origin origin, CancellationToken cancellation)
    {
        var inner = new Origin(name, Path.GetDirectoryName(path)!, origin.Files.Add(path));
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".ipynb":
                return await RunCellsAsync(Notebook.Parse(await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false), name), inner, cancellation).ConfigureAwait(false);
            case ".cs" or ".csx" or ".dib":
                return await run(WithoutShebang(await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false)), inner, cancellation).ConfigureAwait(false);
            default:
                throw new IOException("Only .ipynb, .cs, .csx and .dib files hold C# that can be imported.");
        }
    }

    private async Task<(bool HasValue, object? Value)> RunCellsAsync(Notebook notebook, Origin inner, CancellationToken cancellation)
    {
        (bool HasValue, object? Value) last = default;
        var number = 0;
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            if (last.HasValue)
                DisplayedValue.Show(last.Value);
            last = await run(cell.Source, inner with { Name = string.Create(CultureInfo.InvariantCulture, $"{inner.Name}, cell {++number}") }, cancellation).ConfigureAwait(false);
        }

        return last;
    }

    // The line by which a system runs a script is no directive of ours; its newline stays, for the numbers of the lines.
    private static string WithoutShebang(string text) => text.StartsWith("#!/", StringComparison.Ordinal) ? text[Math.Max(text.IndexOf('\n', StringComparison.Ordinal), 0)..] : text;
}
