using System.IO.Compression;
using System.Text.Json;

namespace Hnn.Testing;

/// <summary>Finds and reads the recorded results of the reference implementation. They are no part of the repository.</summary>
/// <remarks>The folders are named by the environment variables <c>HNN_REFERENCE</c> and <c>HNN_DATA</c>; tests that need them are skipped where they are not set.</remarks>
public static class ReferenceData
{
    /// <summary>Folder of the recorded results, from <c>HNN_REFERENCE</c>; null if it is not set or not there.</summary>
    public static string? Folder { get; } = FolderNamedBy("HNN_REFERENCE");

    /// <summary>Folder of the measured dipoles, from <c>HNN_DATA</c>; null if it is not set or not there.</summary>
    public static string? DataFolder { get; } = FolderNamedBy("HNN_DATA");

    /// <summary>Whether the recorded results can be read.</summary>
    public static bool IsAvailable => Folder is not null;

    /// <summary>Whether the measured dipoles can be read.</summary>
    public static bool IsDataAvailable => DataFolder is not null;

    /// <summary>Why a test that needs the recorded results is skipped.</summary>
    public static string WhySkipped => "Needs the recorded reference data: set HNN_REFERENCE to their folder.";

    /// <summary>Why a test that needs the measured dipoles is skipped.</summary>
    public static string WhyDataSkipped => "Needs the measured dipoles: set HNN_DATA to their folder.";

    /// <summary>Full path of a file or folder among the recorded results.</summary>
    /// <param name="path">Path relative to <see cref="Folder"/>, for example <c>cells/L5_pyramidal/clamp.json</c>.</param>
    public static string PathOf(string path) => Path.Combine(Folder ?? throw new InvalidOperationException(WhySkipped), path);

    /// <summary>Full path of a file among the measured dipoles.</summary>
    /// <param name="path">Path relative to <see cref="DataFolder"/>.</param>
    public static string DataPathOf(string path) => Path.Combine(DataFolder ?? throw new InvalidOperationException(WhyDataSkipped), path);

    /// <summary>Reads a JSON file, compressed if its name ends in <c>.gz</c>. Numbers are read with <see cref="JsonNumbers"/>.</summary>
    /// <param name="path">Path relative to <see cref="Folder"/>.</param>
    public static JsonElement Json(string path)
    {
        using var stream = Open(path);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    /// <summary>Reads a table with a header row, compressed if its name ends in <c>.gz</c>.</summary>
    /// <param name="path">Path relative to <see cref="Folder"/>.</param>
    public static ReferenceTable Table(string path)
    {
        using var reader = new StreamReader(Open(path));
        return ReferenceTable.Read(reader);
    }

    private static Stream Open(string path)
    {
        var file = File.OpenRead(PathOf(path));
        return path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static string? FolderNamedBy(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;
}
