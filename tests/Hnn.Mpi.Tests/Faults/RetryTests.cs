using Hnn.Mpi.FaultProgram;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Faults;

/// <summary>One fault during a fit is made good by a second start of the ranks.</summary>
[Collection("Faults")]
public class RetryTests
{
    // The promise is 5 s; a busy machine may take longer.
    private const double LongestNotice = 10;

    public static TheoryData<string, MpiMode, FaultKind> Faults =>
    [
        .. from family in Launcher.Families
           from mode in (MpiMode[])[MpiMode.Trials, MpiMode.Cells]
           from kind in Enum.GetValues<FaultKind>().Except([FaultKind.ParentKilled, FaultKind.Interrupted])
           where IsEveryday(family, mode, kind) || LongTests.AreWanted
           select (family, mode, kind),
    ];

    [Theory, MemberData(nameof(Faults))]
    public void The_result_is_the_same_to_the_last_bit_and_nothing_is_left(string family, MpiMode mode, FaultKind kind)
    {
        var outcome = Fault.In(family, mode).OfJob(rank: 1, Fault.Moment, kind);

        Assert.Equal(FaultEnd.Same, outcome.End);
        Assert.InRange(outcome.Notice ?? double.NaN, 0, LongestNotice);
        Assert.Empty(outcome.Left);
    }

    [Theory, InlineData("Open MPI"), InlineData("MPICH")]
    public void Rank_0_may_be_stopped_too(string family)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);

        var outcome = Fault.In(family, MpiMode.Trials).OfJob(rank: 0, Fault.Moment, FaultKind.RankStopped);

        Assert.Equal(FaultEnd.Same, outcome.End);
        Assert.InRange(outcome.Notice ?? double.NaN, 0, LongestNotice);
        Assert.Empty(outcome.Left);
    }

    // Two faults every day.
    private static bool IsEveryday(string family, MpiMode mode, FaultKind kind) =>
        (family, mode, kind) is ("Open MPI", MpiMode.Trials, FaultKind.RankKilled) or ("MPICH", MpiMode.Cells, FaultKind.RankStopped);
}
