using System.Security.Cryptography;
using System.Text;
using Hnn.Core.Datasets;
using Hnn.Core.Files;

namespace Hnn.Core.Tests.Datasets;

public sealed class DatasetLookupTests : IDisposable
{
    private static readonly byte[] Published = Encoding.UTF8.GetBytes("0 1.5\n1 2.5\n2 3.5\n");
    private static readonly byte[] Other = Encoding.UTF8.GetBytes("0 7\n1 8\n2 9\n");
    private static readonly Uri Nowhere = new("http://127.0.0.1:1/measured.txt");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hnn-data-");

    private string Cached => Path.Combine(_folder.FullName, "cache", "measured.txt");

    private DatasetLookup Lookup => new() { CacheFolder = Path.GetDirectoryName(Cached)!, DataFolder = _folder.FullName, Timeout = TimeSpan.FromSeconds(5) };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_users_own_copy_comes_first()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "measured.txt"), Published);
        Keep(Cached, Published);

        var found = await Find(Nowhere);

        Assert.Equal(DatasetOrigin.DataFolder, found.Origin);
        Assert.Equal([1.5, 2.5, 3.5], found.Dipole["agg"]);
        Assert.Empty(found.Warnings);
    }

    [Fact]
    public async Task The_users_own_copy_is_used_with_a_warning_if_it_is_not_the_published_one()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "measured.txt"), Other);

        var found = await Find(Nowhere);

        Assert.Equal([7, 8, 9], found.Dipole["agg"]);
        Assert.Contains("SHA-256", Assert.Single(found.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_copy_of_the_user_is_an_error_and_not_passed_over()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "measured.txt"), "0 1\n1 x\n");

        await Assert.ThrowsAsync<FileFault>(() => Find(Nowhere));
    }

    [Fact]
    public async Task A_download_is_kept_and_not_repeated()
    {
        using var server = new LoopbackServer(Published);

        var first = await Find(server.Address);
        var second = await Find(server.Address);

        Assert.Equal(DatasetOrigin.Download, first.Origin);
        Assert.Equal(DatasetOrigin.Cache, second.Origin);
        Assert.Equal(first.Dipole["agg"], second.Dipole["agg"]);
        Assert.Empty(first.Warnings);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_download_that_is_not_the_published_file_is_used_with_a_warning_and_not_kept()
    {
        using var server = new LoopbackServer(Other);

        var found = await Find(server.Address);

        Assert.Equal(DatasetOrigin.Download, found.Origin);
        Assert.Equal([7, 8, 9], found.Dipole["agg"]);
        Assert.Contains("SHA-256", Assert.Single(found.Warnings), StringComparison.Ordinal);
        Assert.False(File.Exists(Cached));
    }

    [Fact]
    public async Task A_damaged_file_in_the_cache_is_downloaded_again()
    {
        using var server = new LoopbackServer(Published);
        Keep(Cached, Published[..5]);

        var found = await Find(server.Address);

        Assert.Equal(DatasetOrigin.Download, found.Origin);
        Assert.Equal(Published, File.ReadAllBytes(Cached));
    }

    [Fact]
    public async Task Without_a_network_a_stand_in_takes_its_place_and_says_so()
    {
        var found = await Find(Nowhere);

        Assert.Equal(DatasetOrigin.StandIn, found.Origin);
        Assert.Equal(StandIn.EvokedResponse()["agg"], found.Dipole["agg"]);
        Assert.Contains(found.Warnings, warning => warning.Contains("stand-in", StringComparison.Ordinal));
    }

    [Theory, InlineData("<html>not found</html>", 404), InlineData("<html>log in</html>", 200), InlineData("", 200)]
    public async Task An_answer_that_is_no_dipole_leads_to_the_stand_in(string answer, int status)
    {
        using var server = new LoopbackServer(Encoding.UTF8.GetBytes(answer), status);

        var found = await Find(server.Address);

        Assert.Equal(DatasetOrigin.StandIn, found.Origin);
    }

    [Fact]
    public async Task An_endless_download_is_not_taken()
    {
        using var server = new LoopbackServer(new byte[(1 << 20) + 1]);

        var found = await Find(server.Address);

        Assert.Equal(DatasetOrigin.StandIn, found.Origin);
    }

    [Fact]
    public async Task A_cancelled_download_is_cancelled_and_no_stand_in_hides_it()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Lookup.FindAsync(SetAt(Nowhere), cancelled.Token));
    }

    private Task<FoundDataset> Find(Uri source) => Lookup.FindAsync(SetAt(source), TestContext.Current.CancellationToken);

    private static Dataset SetAt(Uri source) => new("measured.txt", source, Convert.ToHexStringLower(SHA256.HashData(Published)), () => StandIn.EvokedResponse());

    private static void Keep(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
