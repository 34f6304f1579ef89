namespace Hnn.Core.Files;

/// <summary>Writes files so that at every moment the old content or the new one stands there whole, whatever fails.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file through a temporary file beside it, which takes its place when complete.</summary>
    /// <param name="path">Path of the file; a symbolic link is followed.</param>
    /// <param name="write">Writes the content; when it throws, nothing has changed.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default: true.</param>
    /// <param name="makeFolder">Whether a missing folder is made; otherwise it is an error. Default: false.</param>
    /// <exception cref="IOException">The file exists and <paramref name="overwrite"/> is false, or the disk refuses.</exception>
    public static void Write(string path, Action<Stream> write, bool overwrite = true, bool makeFolder = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var target = TargetOf(path);
        if (!overwrite && File.Exists(target))
            throw new IOException($"The file '{path}' exists already, and overwriting was not allowed. Choose another name or pass overwrite: true.");

        var folder = Path.GetDirectoryName(target)!;
        if (makeFolder)
            Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Writes a text as UTF-8 without byte order mark.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="text">The whole content.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default: true.</param>
    /// <param name="makeFolder">Whether a missing folder is made; otherwise it is an error. Default: false.</param>
    /// <exception cref="IOException">The file exists and <paramref name="overwrite"/> is false, or the disk refuses.</exception>
    public static void WriteText(string path, string text, bool overwrite = true, bool makeFolder = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)), overwrite, makeFolder);
    }

    private static string TargetOf(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
}
