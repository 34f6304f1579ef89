namespace Hnn.Mpi.Tests.Hosts;

/// <summary>Ranks on two and three hosts do what they do on one.</summary>
public sealed class RanksOnHostsTests(ThreeHostCluster three, ITestOutputHelper log) : IClassFixture<ThreeHostCluster>
{
    private static readonly (int Hosts, string Deed)[] Exchanges =
        [(2, "collectives"), (2, "messages"), (3, "collectives"), (3, "messages"), (3, "split"), (3, "storm")];

    public static TheoryData<string> Families => [.. Launcher.Families];

    public static TheoryData<string, int, string> Deeds =>
        [.. from family in Launcher.Families from exchange in Exchanges select (family, exchange.Hosts, exchange.Deed)];

    [Theory, MemberData(nameof(Families))]
    public void Ranks_go_round_the_hosts(string family) => Prints("h1 h2 h3 h1\n", family, hosts: 3, ranks: 4, "hosts");

    [Theory, InlineData("Open MPI", "OpenMpi"), InlineData("MPICH", "Mpich")]
    public void All_hosts_belong_to_one_job(string family, string abi) => Prints($"{abi} 2\n", family, hosts: 2, ranks: 2, "who");

    [Theory, MemberData(nameof(Deeds))]
    public void Every_exchange_is_as_on_one_host(string family, int hosts, string deed) => Prints($"0 wrong on {hosts}\n", family, hosts, ranks: hosts, deed);

    [Theory, MemberData(nameof(Families))]
    public void The_time_of_an_exchange_between_two_hosts_is_measured(string family)
    {
        var (output, error, _) = three.Cluster.Launcher(family, hosts: 2).Run(ranks: 2, "latency");

        log.WriteLine(output);
        Assert.True(output.StartsWith("µs: barrier ", StringComparison.Ordinal), $"{output}\n{error}");
    }

    // The exit code tells nothing: MPICH's launcher may call it a fault that a process ended after it waited in vain in MPI_Finalize (see MpiSession).
    private void Prints(string expected, string family, int hosts, int ranks, string deed)
    {
        var (output, error, _) = three.Cluster.Launcher(family, hosts).Run(ranks, deed);

        Assert.True(expected == output, $"{output}\n{error}");
    }
}
