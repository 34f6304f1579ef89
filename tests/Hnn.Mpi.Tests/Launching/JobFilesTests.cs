using System.Globalization;
using Hnn.Mpi.Launching;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Launching;

/// <summary>Names and numbers as Open MPI 4.1.4 left them when its mpiexec, process 3588, was killed: 0x62fa0000 is 1660551168.</summary>
public sealed class JobFilesTests : IDisposable
{
    private static readonly string Host = Environment.MachineName.Split('.')[0];
    private readonly TemporaryFolder _temporary = new();
    private readonly TemporaryFolder _memory = new();

    public void Dispose()
    {
        _temporary.Dispose();
        _memory.Dispose();
    }

    [Fact]
    public void All_files_of_the_job_go_and_all_others_stay()
    {
        LeaveJob(Host, launcher: 3588, "1660551168.0;tcp://192.0.2.2:41913");
        LeaveJob(Host, launcher: 3664, "1655570432.0;tcp://192.0.2.2:41914");
        LeaveJob("elsewhere", launcher: 3588, "1660551168.0;tcp://192.0.2.3:41915");
        string[] others = [$"vader_segment.{Host}.0.62ae0001.0", "vader_segment.elsewhere.0.62fa0001.0", $"vader_segment.{Host}.7.62fa0001.0", "unrelated"];
        foreach (var name in (string[])[$"vader_segment.{Host}.0.62fa0001.0", $"vader_segment.{Host}.0.62fa0001.1", .. others])
            File.WriteAllText(_memory.PathOf(name), "");

        JobFiles.Remove(3588, _temporary.PathOf(""), _memory.PathOf(""));

        Assert.Equal(others.Order(), Directory.GetFiles(_memory.PathOf("")).Select(path => Path.GetFileName(path)).Order());
        Assert.Equal([_temporary.PathOf($"ompi.{Host}.0/pid.3664"), _temporary.PathOf("ompi.elsewhere.0/pid.3588")], Jobs());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.0;tcp")]
    [InlineData("what is this")]
    [InlineData("99999999999.0")]
    public void Shared_memory_stays_where_the_number_of_the_job_is_unknown(string contact)
    {
        LeaveJob(Host, launcher: 3588, contact);
        File.WriteAllText(_memory.PathOf($"vader_segment.{Host}.0.62fa0001.0"), "");

        JobFiles.Remove(3588, _temporary.PathOf(""), _memory.PathOf(""));

        Assert.Single(Directory.GetFiles(_memory.PathOf("")));
        Assert.Empty(Jobs());
    }

    [Fact]
    public void A_job_without_files_leaves_nothing_to_do()
    {
        JobFiles.Remove(3588, _temporary.PathOf("missing"), _memory.PathOf("missing"));

        Assert.Empty(Jobs());
    }

    private void LeaveJob(string host, int launcher, string contact)
    {
        var folder = _temporary.PathOf(string.Create(CultureInfo.InvariantCulture, $"ompi.{host}.0/pid.{launcher}"));
        Directory.CreateDirectory(Path.Combine(folder, "0"));
        File.WriteAllText(Path.Combine(folder, "contact.txt"), contact);
    }

    private IEnumerable<string> Jobs() => Directory.GetDirectories(_temporary.PathOf(""), "pid.*", SearchOption.AllDirectories).OrderBy(path => path.Contains("elsewhere", StringComparison.Ordinal));
}
