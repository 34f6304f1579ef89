using System.Diagnostics;

namespace Hnn.Mpi.Tests.Hosts;

/// <summary>The hosts themselves: alone, cut, and gone.</summary>
public sealed class ClusterTests(ThreeHostCluster three) : IClassFixture<ThreeHostCluster>
{
    private const int Refused = 1;
    private const int Silent = 124;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Families => [.. Launcher.Families];

    private Cluster Shared
    {
        get
        {
            three.Cluster.RequireHosts();
            return three.Cluster;
        }
    }

    [Fact]
    public void A_host_has_its_own_name_and_no_way_outside()
    {
        Assert.Equal("h2\n", Shared.Run("h2", "hostname").Output);
        Assert.Equal("10.77.0.0/24 dev eth0 proto kernel scope link src 10.77.0.2 \n", Shared.Run("h2", "ip", "route").Output);
    }

    [Fact]
    public void A_host_sees_its_own_processes_and_files_in_memory_only()
    {
        Shared.Run("h1", "touch", "/dev/shm/of-h1");

        Assert.Equal("", Shared.Run("h2", "ls", "/dev/shm").Output);
        Assert.Equal("bash\n", Shared.Run("h2", "cat", "/proc/1/comm").Output);
    }

    [Fact]
    public void A_cut_host_no_longer_answers_while_the_rest_and_another_cluster_do()
    {
        using var hosts = Made(3);
        Assert.Equal(Refused, Knock(hosts, "h1", "h2"));

        hosts.Cut("h2");

        Assert.Equal(Silent, Knock(hosts, "h1", "h2"));
        Assert.Equal(Refused, Knock(hosts, "h1", "h3"));
        Assert.Equal(Refused, Knock(Shared, "h1", "h2"));
    }

    [Fact]
    public void Hosts_take_all_that_runs_on_them_with_them()
    {
        var hosts = Made(2);
        using var onFirst = Sleeper(hosts, "h1");
        using var onSecond = Sleeper(hosts, "h2");

        hosts.Dispose();

        Assert.True(onFirst.WaitForExit(1000) && onSecond.WaitForExit(1000));
        Assert.False(Directory.Exists(hosts.Folder));
    }

    [Theory, MemberData(nameof(Families))]
    public void A_template_starts_ranks_and_a_signal_to_what_it_started_ends_them(string family)
    {
        var command = Shared.Template(family, hosts: 2)
            .Replace("{n}", "2", StringComparison.Ordinal)
            .Replace("{program}", "tail -f /dev/null", StringComparison.Ordinal)
            .Split(' ');
        using var job = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardError = true })!;
        Assert.True(SpinWait.SpinUntil(() => Tails("h2") == 1, Limit));

        using (var signal = Process.Start("kill", ["-TERM", $"{job.Id}"]))
            signal.WaitForExit();

        Assert.True(SpinWait.SpinUntil(() => job.HasExited && Tails("h2") == 0, Limit));
    }

    private int Tails(string host) => Shared.Run(host, "pgrep", "-x", "tail").Output.Count(character => character == '\n');

    private static Cluster Made(int count)
    {
        var hosts = new Cluster(count);
        hosts.RequireHosts();
        return hosts;
    }

    // A port at which nobody listens: a host that is there refuses at once.
    private static int Knock(Cluster hosts, string from, string at) => hosts.Run(from, "timeout", "1", "bash", "-c", $"exec 2>&- 3<>/dev/tcp/{at}/9").Code;

    // The agent starts it as it would a rank.
    private static Process Sleeper(Cluster hosts, string host)
    {
        var agent = Process.Start(new ProcessStartInfo(Path.Combine(hosts.Folder, "agent.sh"), [host, "echo ready; sleep 600"]) { RedirectStandardOutput = true })!;
        Assert.Equal("ready", agent.StandardOutput.ReadLine());
        return agent;
    }
}
