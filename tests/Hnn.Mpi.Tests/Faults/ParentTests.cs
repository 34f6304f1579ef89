using Hnn.Mpi.FaultProgram;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Faults;

/// <summary>What happens to the process that fits, the ranks learn of; the fit goes on from its checkpoint.</summary>
[Collection("Faults")]
public class ParentTests
{
    // The promise is 5 s; a busy machine may take longer.
    private const double LongestEnd = 10;

    public static TheoryData<string> Families => [.. Launcher.Families];

    [Theory, MemberData(nameof(Families))]
    public void Ranks_end_with_a_parent_that_is_killed(string family)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);

        var outcome = Fault.In(family, MpiMode.Trials).OfParent(FaultKind.ParentKilled, Fault.Moment);

        Assert.Equal(FaultEnd.Same, outcome.End);
        Assert.InRange(outcome.Notice!.Value, 0, LongestEnd);
        Assert.Empty(outcome.Left);
    }

    [Theory, MemberData(nameof(Families))]
    public void After_a_break_by_Ctrl_C_the_best_so_far_is_kept(string family)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);

        var outcome = Fault.In(family, MpiMode.Trials).OfParent(FaultKind.Interrupted, Fault.Moment);

        Assert.Equal(FaultEnd.Same, outcome.End);
        Assert.InRange(outcome.Notice!.Value, 0, LongestEnd);
        Assert.Empty(outcome.Left);
    }
}
