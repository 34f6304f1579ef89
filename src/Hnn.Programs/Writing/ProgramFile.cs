using Hnn.Core.Files;
using Hnn.Jupyter.Notebooks;

namespace Hnn.Programs.Writing;

/// <summary>The file of a program made from a notebook.</summary>
internal static class ProgramFile
{
    private const string Project = "src/Hnn.Programs";

    /// <summary>Whether a path is that of a program.</summary>
    public static bool IsOne(string path) => Path.GetExtension(path).Equals(".cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes it.</summary>
    /// <param name="path">Path of the program; an existing file is replaced.</param>
    /// <param name="notebook">The notebook.</param>
    /// <param name="notebookPath">Where the notebook lies.</param>
    /// <exception cref="NotebookException">The notebook cannot be made a program.</exception>
    public static void Save(string path, Notebook notebook, string notebookPath) => AtomicFile.WriteText(path, TextFor(path, notebook, notebookPath));

    /// <summary>What <see cref="Save"/> writes: within this repository a program that uses its project, elsewhere one that uses the package.</summary>
    public static string TextFor(string path, Notebook notebook, string notebookPath)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var root = folder;
        while (root is not null && !File.Exists(Path.Combine(root, Project, "Hnn.Programs.csproj")))
            root = Path.GetDirectoryName(root);
        return ProgramWriter.Write(notebook, notebookPath, root is null ? null : Path.GetRelativePath(folder, Path.Combine(root, Project)).Replace('\\', '/'));
    }
}
