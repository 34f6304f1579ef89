namespace Hnn.Mpi.Tests;

public class MpiOptionsTests
{
    public static TheoryData<string, MpiOptions> Invalid => new()
    {
        { nameof(MpiOptions.Processes), MpiOptions.Default with { Processes = 0 } },
        { nameof(MpiOptions.Launcher), MpiOptions.Default with { Launcher = " " } },
        { nameof(MpiOptions.ThreadsPerRank), MpiOptions.Default with { ThreadsPerRank = 0 } },
        { nameof(MpiOptions.HeartbeatTimeout), MpiOptions.Default with { HeartbeatTimeout = TimeSpan.Zero } },
        { nameof(MpiOptions.IdleTimeout), MpiOptions.Default with { IdleTimeout = TimeSpan.FromSeconds(-1) } },
        { nameof(MpiOptions.HostFile), MpiOptions.Default with { HostFile = "no-such-file" } },
        { nameof(MpiOptions.HostFile), MpiOptions.Default with { HostFile = Environment.ProcessPath, Launcher = "srun -n {n}" } },
    };

    [Fact]
    public void By_default_there_is_one_rank_for_each_processor()
    {
        MpiOptions.Default.Check();

        Assert.Equal(Environment.ProcessorCount, MpiOptions.Default.Processes);
        Assert.Equal("mpiexec", MpiOptions.Default.Launcher);
    }

    [Theory, MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public void An_option_out_of_its_range_is_refused_by_name(string name, MpiOptions options)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(options.Check);

        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }
}
