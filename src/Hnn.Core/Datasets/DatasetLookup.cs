using System.Security.Cryptography;
using System.Text;
using Hnn.Core.Files;
using Hnn.Core.Results;

namespace Hnn.Core.Datasets;

/// <summary>Finds measured dipoles: in the user's data folder, else in the cache, else at their source, else as a stand-in.</summary>
public sealed record DatasetLookup
{
    private const int LargestDownload = 1 << 20;

    /// <summary>Folder with the user's own copies; null if there is none. Default: null.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Folder where downloads are kept; made when needed.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>How long a download may take. Default: 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Looks in the folder named by the environment variable <c>HNN_DATA</c> and in the user's cache folder.</summary>
    public static DatasetLookup FromEnvironment() => new()
    {
        DataFolder = Environment.GetEnvironmentVariable("HNN_DATA") is { Length: > 0 } folder ? folder : null,
        CacheFolder = Path.Combine(UserCache(), "hnn"),
    };

    /// <summary>Finds a data set. A file whose SHA-256 is not the published one is used with a warning, but never kept in the cache.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="cancellation">Ends a download.</param>
    /// <returns>The data set; in the worst case its stand-in, with a warning that says so.</returns>
    /// <exception cref="FileFault">The copy in the data folder is malformed.</exception>
    /// <exception cref="OperationCanceledException">The download was cancelled.</exception>
    public async Task<FoundDataset> FindAsync(Dataset dataset, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (DataFolder is not null && Path.Combine(DataFolder, dataset.FileName) is var own && File.Exists(own))
            return new FoundDataset(Dipole.Load(own), DatasetOrigin.DataFolder, own, IsPublished(own, dataset) ? [] : [OtherContent($"The file '{own}'", dataset)]);

        var cached = Path.Combine(CacheFolder, dataset.FileName);
        if (File.Exists(cached) && IsPublished(cached, dataset))
            return new FoundDataset(Dipole.Load(cached), DatasetOrigin.Cache, cached, []);

        try
        {
            return await DownloadAsync(dataset, cached, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or FileFault or UnauthorizedAccessException
            || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new FoundDataset(dataset.MakeStandIn(), DatasetOrigin.StandIn, "",
            [
                $"{dataset.FileName} could not be downloaded from {dataset.Source}: {fault.Message}",
                $"A stand-in made by this project takes its place. It is invented, not measured: put the measured {dataset.FileName} into a folder and name that folder in HNN_DATA.",
            ]);
        }
    }

    private async Task<FoundDataset> DownloadAsync(Dataset dataset, string cached, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Timeout, MaxResponseContentBufferSize = LargestDownload };
        var content = await client.GetByteArrayAsync(dataset.Source, cancellation).ConfigureAwait(false);
        var dipole = DipoleFile.Parse(dataset.Source.ToString(), Encoding.UTF8.GetString(content));
        string[] warnings = Hash(content) == dataset.Sha256 ? Kept(content, cached) : [OtherContent($"What {dataset.Source} sent", dataset)];
        return new FoundDataset(dipole, DatasetOrigin.Download, dataset.Source.ToString(), [.. warnings]);
    }

    private static string[] Kept(byte[] content, string path)
    {
        try
        {
            AtomicFile.Write(path, stream => stream.Write(content), makeFolder: true);
            return [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [$"The download could not be kept in '{path}' and will be needed again: {fault.Message}"];
        }
    }

    private static string OtherContent(string what, Dataset dataset) =>
        $"{what} is not the {dataset.FileName} that was published: its SHA-256 is not {dataset.Sha256}. It is used all the same, but numbers that depend on it will differ from published ones.";

    private static bool IsPublished(string path, Dataset dataset)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == dataset.Sha256;
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string UserCache()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (OperatingSystem.IsMacOS())
            return Path.Combine(home, "Library", "Caches");
        return Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(home, ".cache");
    }
}
