using Hnn.Core.Files;
using Hnn.Testing;

namespace Hnn.Core.Tests.Files;

public class AtomicFileTests
{
    [Fact]
    public void A_write_that_fails_halfway_changes_nothing_and_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("result.txt");
        AtomicFile.WriteText(path, "old");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException("The disk is full.");
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.PathOf("")));
    }

    [Fact]
    public void An_existing_file_is_replaced_only_if_that_is_allowed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("result.txt");
        AtomicFile.WriteText(path, "old", overwrite: false);

        Assert.Throws<IOException>(() => AtomicFile.WriteText(path, "new", overwrite: false));
        Assert.Equal("old", File.ReadAllText(path));

        AtomicFile.WriteText(path, "new");
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void A_missing_folder_is_made_only_if_that_is_wanted()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.PathOf("deep"), "deeper", "result.txt");

        Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.WriteText(path, "text"));
        AtomicFile.WriteText(path, "text", makeFolder: true);

        Assert.Equal("text", File.ReadAllText(path));
    }

    [Fact]
    public void A_symbolic_link_is_followed_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Symbolic links need a right there.");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.PathOf("link.txt"), folder.PathOf("target.txt"));

        AtomicFile.WriteText(folder.PathOf("link.txt"), "through");

        Assert.Equal("through", File.ReadAllText(folder.PathOf("target.txt")));
    }

    [Fact]
    public void A_missing_folder_is_an_error_of_the_disk() =>
        Assert.ThrowsAny<IOException>(() => AtomicFile.WriteText(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "result.txt"), "new"));
}
