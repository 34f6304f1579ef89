namespace Hnn.Cli.Servers;

/// <summary>What is opened in Jupyter.</summary>
/// <param name="Folder">Full path of the folder in which Jupyter works.</param>
/// <param name="File">Name of the notebook in it that is shown; null for the list of files.</param>
internal sealed record OpenTarget(string Folder, string? File)
{
    private const string Ending = ".ipynb";

    /// <summary>Where the lessons are in the repository.</summary>
    private const string Lessons = "notebooks";

    /// <summary>Full path of what is opened.</summary>
    public string Path => File is null ? Folder : System.IO.Path.Combine(Folder, File);

    /// <summary>Understands the word for it.</summary>
    /// <param name="path">A notebook or a folder; null for the lessons if they are here, else for the current folder.</param>
    /// <param name="here">The current folder.</param>
    /// <exception cref="ArgumentException">It does not exist, or is no notebook.</exception>
    public static OpenTarget Of(string? path, string here)
    {
        if (path is null)
            return new(HasNotebooks(System.IO.Path.Combine(here, Lessons)) ? System.IO.Path.Combine(here, Lessons) : here, null);
        var full = System.IO.Path.GetFullPath(path, here);
        if (Directory.Exists(full))
            return new(full, null);
        if (!System.IO.File.Exists(full))
            throw new ArgumentException($"There is no file or folder '{path}' in {here}. Name a notebook, a file that ends in {Ending}, or a folder with notebooks.");
        if (!full.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"'{path}' is no notebook: its name does not end in {Ending}. Name a notebook, or the folder it is in.");
        return new(System.IO.Path.GetDirectoryName(full)!, System.IO.Path.GetFileName(full));
    }

    private static bool HasNotebooks(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, $"*{Ending}").Any();
}
