using System.Collections.Immutable;
using System.Text;

namespace Hnn.Jupyter.Notebooks;

/// <summary>A C# notebook: cells in order, as a Jupyter file (.ipynb, notebook format 4.5) holds them. Immutable.</summary>
/// <remarks>Older files of format 4 are read too; their cells get the names <c>cell-1</c>, <c>cell-2</c>, … and they are written as 4.5.</remarks>
public sealed record Notebook
{
    /// <summary>The cells, in order.</summary>
    public ImmutableArray<NotebookCell> Cells { get; init; } = [];

    /// <summary>The notebook's metadata (kernel, language and the like), kept as they are.</summary>
    public JsonFields Metadata { get; init; } = JsonFields.Empty;

    /// <summary>Fields beside cells, metadata and version, kept as they are.</summary>
    public JsonFields OtherFields { get; init; } = JsonFields.Empty;

    /// <summary>The number after the point in the notebook format's version. At least 5, which is the default.</summary>
    public int FormatMinor { get; init; } = 5;

    /// <summary>Reads a notebook file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="NotebookException">The file is not a C# notebook of format 4.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Notebook Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new NotebookException(path, "This is a folder, and a notebook is a file. Pass a notebook (.ipynb) in it.");
        return Parse(File.ReadAllText(path), path);
    }

    /// <summary>Reads a notebook from the text of a file.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="fileName">The file that error messages name.</param>
    /// <exception cref="NotebookException">The text is not a C# notebook of format 4.</exception>
    public static Notebook Parse(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        return new NotebookReader(fileName).Read(text);
    }

    /// <summary>Writes the notebook; at every moment the old file or the new one stands there whole.</summary>
    /// <param name="path">Path of the file; an existing one is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var target = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            // On the disk before it takes the old one's place: also a loss of power leaves one of them.
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(Encoding.UTF8.GetBytes(ToText()));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The text of the file, in the layout Jupyter writes: sorted fields, indented by one space, texts split into lines. Same notebook, same text.</summary>
    public string ToText() => NotebookWriter.Write(this);
}
