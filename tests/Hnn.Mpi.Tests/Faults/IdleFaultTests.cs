using Hnn.Mpi.FaultProgram;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Faults;

/// <summary>Faults when ranks have nothing to do: between two simulations, and at the very end of one.</summary>
[Collection("Faults")]
public sealed class IdleFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, FaultKind, double> Faults =>
    [
        .. from family in Launcher.Families
           from kind in (FaultKind[])[FaultKind.RankKilled, FaultKind.RankStopped, FaultKind.LauncherKilled]
           from seconds in (double[])[0, 5]
           where (family, kind, seconds) is ("MPICH", FaultKind.RankKilled, 0) || LongTests.AreWanted
           select (family, kind, seconds),
    ];

    [Theory, MemberData(nameof(Faults))]
    public void The_next_simulation_starts_new_ranks_and_has_the_same_bits(string family, FaultKind kind, double secondsBeforeTheNext)
    {
        var job = JobOf(family);
        var (net, options) = (SmallColumn.Driven(), SmallColumn.For(20, trials: 4));
        var expected = SmallColumn.HashOf(net, options);

        using (new MpiBackend(job.Options(obeys: false, Note)))
        {
            Assert.Equal(expected, SmallColumn.HashOf(net, options));
            Assert.True(job.Do(kind, rank: 1));
            Thread.Sleep(TimeSpan.FromSeconds(secondsBeforeTheNext));
            Assert.Equal(expected, SmallColumn.HashOf(net, options));
        }

        Assert.Empty(job.Leftovers(FaultRun.EndLimit));
    }

    [Theory, InlineData("Open MPI"), InlineData("MPICH")]
    public void A_rank_killed_when_the_last_trial_is_done_takes_nothing_with_it(string family)
    {
        var job = JobOf(family);
        var (net, options) = (SmallColumn.Driven(), SmallColumn.For(20, trials: 4));
        var expected = SmallColumn.HashOf(net, options);
        var kills = 0;

        using (new MpiBackend(job.Options(obeys: false, KillAtTheEnd)))
        {
            Assert.Equal(expected, SmallColumn.HashOf(net, options));
            Assert.Equal(expected, SmallColumn.HashOf(net, options));
        }

        Assert.Equal(2, kills);
        Assert.Empty(job.Leftovers(FaultRun.EndLimit));

        void KillAtTheEnd(string line)
        {
            Note(line);
            if (line.StartsWith("Trial 4 of 4", StringComparison.Ordinal) && job.Do(FaultKind.RankKilled, rank: 1))
                kills++;
        }
    }

    private FaultyJob JobOf(string family)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux, whose /proc tells of the processes of a job.");
        return new FaultyJob(Launcher.Of(family).Program, MpiMode.Trials, _folder.PathOf(""));
    }

    private static void Note(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
