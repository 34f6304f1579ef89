using System.Diagnostics;
using Hnn.Core.Simulation;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Hosts;

/// <summary>Simulations on ranks of several hosts, and what becomes of them when a host falls silent.</summary>
public class SimulationsOnHostsTests
{
    // How long a rank of another host may be silent here, where a user waits half a minute; and how much later it is told, at most, on a busy machine.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(8);

    public static TheoryData<string> Families => [.. Launcher.Families];

    public static TheoryData<string, MpiMode> Modes => [.. from family in Launcher.Families from mode in new[] { MpiMode.Trials, MpiMode.Cells } select (family, mode)];

    [Theory, MemberData(nameof(Families))]
    public void Ranks_on_three_hosts_give_the_bits_of_threads(string family)
    {
        using var cluster = new Cluster(3);
        var (net, one, several) = (SmallColumn.Driven(), SmallColumn.For(20), SmallColumn.For(20, trials: 4));
        var expected = (SmallColumn.HashOf(net, one), SmallColumn.HashOf(net, several));

        using (new MpiBackend(OptionsFor(cluster, family, hosts: 3)))
            Assert.Equal(expected, (SmallColumn.HashOf(net, one), SmallColumn.HashOf(net, several)));
    }

    [Theory, MemberData(nameof(Modes))]
    public void A_host_that_is_cut_off_silently_is_told_in_time_and_its_ranks_end_there(string family, MpiMode mode) => CutOff(family, mode, Silence);

    [Theory, MemberData(nameof(Families))]
    public void Without_any_setting_that_takes_half_a_minute(string family)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);

        CutOff(family, MpiMode.Auto, MpiOptions.Default.HeartbeatTimeout);
    }

    private static void CutOff(string family, MpiMode mode, TimeSpan silence)
    {
        using var cluster = new Cluster(2);
        using var backend = new MpiBackend(OptionsFor(cluster, family, hosts: 2) with { Mode = mode, HeartbeatTimeout = silence });
        var begin = 0L;
        var underWay = new Told<SimulationProgress>(progress =>
        {
            if (begin > 0 || progress.Fraction == 0)
                return;
            cluster.Cut("h2");
            begin = Stopwatch.GetTimestamp();
        });

        var lost = Assert.Throws<MpiSimulationException>(() => SmallColumn.Driven().Simulate(SmallColumn.For(20_000, trials: 2), underWay, TestContext.Current.CancellationToken));

        Assert.Equal("h2", lost.Host);
        Assert.InRange(Stopwatch.GetElapsedTime(begin), silence / 2, silence + Later);
        Assert.True(SpinWait.SpinUntil(() => !RanksOn(cluster, "h2"), silence + Later), "Ranks on the host that was cut off did not end.");
    }

    private static MpiOptions OptionsFor(Cluster cluster, string family, int hosts) =>
        MpiOptions.Default with { Processes = hosts, Launcher = cluster.Template(family, hosts), RequiresMpi = true };

    private static bool RanksOn(Cluster cluster, string host) =>
        cluster.Run(host, "sh", "-c", "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '").Output.Contains("Hnn.Runner.dll", StringComparison.Ordinal);
}
