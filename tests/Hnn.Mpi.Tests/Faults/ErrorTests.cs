using Hnn.Mpi.FaultProgram;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Faults;

/// <summary>A second fault ends the simulation with an error that says who it was.</summary>
[Collection("Faults")]
public class ErrorTests
{
    public static TheoryData<string, FaultKind> Faults =>
    [
        .. from family in Launcher.Families
           from kind in (FaultKind[])[FaultKind.RankKilled, FaultKind.RankStopped, FaultKind.RankThrows, FaultKind.RankOverflows, FaultKind.RankExits]
           select (family, kind),
    ];

    [Theory, MemberData(nameof(Faults))]
    public void It_names_rank_host_and_the_end_of_standard_error(string family, FaultKind kind)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);

        var outcome = Fault.In(family, MpiMode.Trials).OfJob(rank: 1, Fault.Moment, kind, kind);

        Assert.Equal(FaultEnd.Error, outcome.End);
        Assert.Equal(Environment.MachineName, outcome.Error!.Host);
        Assert.Contains(outcome.Error.Rank, RanksFor(family, kind));
        Assert.Contains(WordsOf(kind), outcome.Error.ErrorTail, StringComparison.Ordinal);
        Assert.Empty(outcome.Left);
    }

    [Theory, InlineData("Open MPI"), InlineData("MPICH")]
    public void A_launcher_killed_twice_is_told_by_its_exit_code(string family)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);

        var outcome = Fault.In(family, MpiMode.Trials).OfJob(rank: 1, Fault.Moment, FaultKind.LauncherKilled, FaultKind.LauncherKilled);

        Assert.Equal(FaultEnd.Error, outcome.End);
        Assert.Contains("its launcher ended with code 137", outcome.Error!.Message, StringComparison.Ordinal);
        Assert.Empty(outcome.Left);
    }

    [Theory, InlineData("Open MPI"), InlineData("MPICH")]
    public void Ranks_that_fall_at_once_when_they_are_started_again_are_an_error_too(string family)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);

        var outcome = Fault.In(family, MpiMode.Trials).OfStart(Fault.Moment);

        Assert.Equal(FaultEnd.Error, outcome.End);
        Assert.Empty(outcome.Left);
    }

    // MPICH kills the others of a rank that a signal ended, and names one of them all.
    private static int?[] RanksFor(string family, FaultKind kind) => family == "MPICH" && kind is (FaultKind.RankKilled or FaultKind.RankOverflows) ? [0, 1, 2] : [1];

    // What a rank writes itself; of one that is killed or stopped it is the launcher, if anybody.
    private static string WordsOf(FaultKind kind) => kind switch
    {
        FaultKind.RankThrows => "Thrown on purpose.",
        FaultKind.RankOverflows => "Stack overflow",
        FaultKind.RankExits => "its work is not done",
        _ => "",
    };
}
