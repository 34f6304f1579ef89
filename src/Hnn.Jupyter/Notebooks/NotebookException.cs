namespace Hnn.Jupyter.Notebooks;

/// <summary>A file cannot be read as a C# notebook.</summary>
public sealed class NotebookException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="fileName">The file, as it was given.</param>
    /// <param name="what">What is wrong, why, and how to mend it.</param>
    /// <param name="cause">The exception behind it, if there is one.</param>
    public NotebookException(string fileName, string what, Exception? cause = null)
        : base($"{fileName}: {what}", cause) => FileName = fileName;

    /// <summary>The file, as it was given.</summary>
    public string FileName { get; }
}
