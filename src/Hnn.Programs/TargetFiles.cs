namespace Hnn.Programs;

/// <summary>Looks at where files are to be written before the work begins: a run of hours must not end at a wrong path.</summary>
internal static class TargetFiles
{
    /// <summary>Makes the folders of what will be written, and sees that files can be made in them.</summary>
    /// <param name="notebook">The notebook that is read.</param>
    /// <param name="output">Where the executed notebook will be; it may be the notebook itself. Null for nowhere.</param>
    /// <param name="page">Where its page will be, or null for nowhere.</param>
    /// <exception cref="ArgumentException">A path is a folder, or the page would replace a notebook.</exception>
    /// <exception cref="IOException">No file can be made there.</exception>
    /// <exception cref="UnauthorizedAccessException">The rights to write there are missing.</exception>
    public static void Prepare(string notebook, string? output, string? page)
    {
        if (page is not null && new[] { notebook, output }.OfType<string>().Any(other => Path.GetFullPath(other) == Path.GetFullPath(page)))
            throw new ArgumentException($"'{page}' cannot be the page: it would replace the notebook. Name another file, such as one that ends in .html.");
        foreach (var path in new[] { output, page }.OfType<string>())
            RequireWritable(path);
    }

    private static void RequireWritable(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            throw new ArgumentException($"'{path}' cannot be written: it is a folder. Add the name of a file to it.");
        var folder = Path.GetDirectoryName(full)!;
        try
        {
            Directory.CreateDirectory(folder);
            using var trial = new FileStream(Path.Combine(folder, $".hnn.{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException fault)
        {
            throw new IOException($"'{path}' cannot be written: {fault.Message}", fault);
        }
    }
}
