using Hnn.Cli.Notebooks;
using Hnn.Testing;

namespace Hnn.Cli.Tests.Notebooks;

public sealed class InstalledKernelTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    private string File => _data.PathOf("kernels/hnn-csharp/kernel.json");

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Nothing_is_installed_at_first()
    {
        var kernel = InstalledKernel.In(_data.PathOf(""));

        Assert.False(kernel.IsThere || kernel.IsForeign || kernel.CanStart || kernel.IsUpToDate);
    }

    [Fact]
    public void What_was_just_installed_is_up_to_date_and_not_written_again()
    {
        KernelSpec.Install(_data.PathOf(""));

        Assert.True(InstalledKernel.In(_data.PathOf("")).IsUpToDate);
        Assert.Empty(KernelSpec.Update(_data.PathOf("")));
    }

    [Theory, InlineData("\"0.1.0\"", "\"0.0.9\""), InlineData("\"kernel\"", "\"kern\"")]
    public void What_is_older_or_another_programs_is_written_again(string before, string after)
    {
        KernelSpec.Install(_data.PathOf(""));
        Change(before, after);

        Assert.False(InstalledKernel.In(_data.PathOf("")).IsUpToDate);
        Assert.Equal(2, KernelSpec.Update(_data.PathOf("")).Length);
        Assert.True(InstalledKernel.In(_data.PathOf("")).IsUpToDate);
    }

    [Fact]
    public void What_is_newer_stays()
    {
        KernelSpec.Install(_data.PathOf(""));
        Change("\"0.1.0\"", "\"99.0.0\"");

        Assert.Empty(KernelSpec.Update(_data.PathOf("")));
    }

    [Fact]
    public void What_cannot_start_any_more_is_written_again_even_if_newer()
    {
        KernelSpec.Install(_data.PathOf(""));
        Change("\"0.1.0\"", "\"99.0.0\"");
        Change("hnn.dll", "gone.dll");

        Assert.EndsWith("gone.dll", InstalledKernel.In(_data.PathOf("")).MissingFile, StringComparison.Ordinal);
        Assert.Equal(2, KernelSpec.Update(_data.PathOf("")).Length);
    }

    [Theory, InlineData("{\"argv\": [\"other\"]}"), InlineData("[]"), InlineData("no JSON"), InlineData("{\"metadata\": 7}"), InlineData("{\"metadata\": {\"hnn_version\": \"new\"}}")]
    public void What_others_wrote_is_known_as_theirs(string content)
    {
        KernelSpec.Install(_data.PathOf(""));
        System.IO.File.WriteAllText(File, content);

        Assert.True(InstalledKernel.In(_data.PathOf("")).IsForeign);
        Assert.Throws<InvalidOperationException>(() => KernelSpec.Update(_data.PathOf("")));
    }

    private void Change(string before, string after)
    {
        var text = System.IO.File.ReadAllText(File);
        Assert.Contains(before, text, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, text.Replace(before, after, StringComparison.Ordinal));
    }
}
