using System.Globalization;
using System.Text;

namespace Hnn.Core.Files;

/// <summary>Reads a text file whole, but never more of it than is sane.</summary>
public static class TextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a UTF-8 file, with or without a byte order mark.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="maxBytes">Most bytes the file may have; larger ones are refused before they are read. Positive, below 1 GB.</param>
    /// <returns>The file's text.</returns>
    /// <exception cref="FileFault">The file is missing, cannot be opened, is too large or is not UTF-8.</exception>
    public static string Read(string path, int maxBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var bytes = ReadBytes(path, maxBytes);
        try
        {
            var text = Strict.GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException cause)
        {
            throw new FileFault(path, "The file is not text.", "It holds bytes that are not UTF-8.", "Check that the path names a text file.", cause);
        }
    }

    private static byte[] ReadBytes(string path, int maxBytes)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.CanSeek && stream.Length > maxBytes)
                throw TooLarge(path, maxBytes);
            using var content = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int count; (count = stream.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, count);
                if (content.Length > maxBytes)
                    throw TooLarge(path, maxBytes);
            }

            return content.ToArray();
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileFault(path, "There is no such file.", $"It was looked for at '{Path.GetFullPath(path)}'.", "Correct the path.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new FileFault(path, "The file cannot be read.", cause.Message, "Check the path and the right to read it.", cause);
        }
    }

    private static FileFault TooLarge(string path, int maxBytes) => new(
        path,
        "The file is too large.",
        string.Create(CultureInfo.InvariantCulture, $"Files of this kind have at most {maxBytes / 1e6:0.###} MB."),
        "Check that the path names the right file.");
}
