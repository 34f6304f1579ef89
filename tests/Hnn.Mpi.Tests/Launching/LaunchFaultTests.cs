using Hnn.Mpi.Launching;

namespace Hnn.Mpi.Tests.Launching;

public class LaunchFaultTests
{
    // Parts of what Open MPI 4.1.4 wrote.
    private const string Root = "mpiexec.openmpi has detected an attempt to run as root.\n\nRunning as root is *strongly* discouraged\n";
    private const string Slots = "There are not enough slots available in the system to satisfy the 40\nslots that were requested by the application:\n";

    [Fact]
    public void Open_MPIs_refusal_of_root_is_explained_with_its_two_variables()
    {
        var message = LaunchFault.NotStarted(1, Root, LauncherFamily.OpenMpi).Message;

        Assert.StartsWith("Open MPI refuses to run as root", message, StringComparison.Ordinal);
        Assert.Contains("OMPI_ALLOW_RUN_AS_ROOT=1", message, StringComparison.Ordinal);
        Assert.Contains("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_slots_call_for_fewer_ranks_or_more_slots()
    {
        var message = LaunchFault.NotStarted(1, Slots, LauncherFamily.OpenMpi).Message;

        Assert.StartsWith("The hosts have not enough slots", message, StringComparison.Ordinal);
        Assert.Contains("Processes", message, StringComparison.Ordinal);
        Assert.Contains("slots=8", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_end_is_told_with_the_launchers_own_last_words()
    {
        var words = string.Join('\n', Enumerable.Range(1, 20).Select(line => $"line {line}"));

        var message = LaunchFault.NotStarted(255, words, LauncherFamily.Hydra).Message;

        Assert.StartsWith("The launcher ended with code 255 before any rank had spoken.", message, StringComparison.Ordinal);
        Assert.EndsWith("It wrote:\n" + string.Join('\n', Enumerable.Range(9, 12).Select(line => $"line {line}")), message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_silent_launcher_that_reports_success_did_not_run_the_ranks_program()
    {
        var message = LaunchFault.NotStarted(0, "", LauncherFamily.Unknown).Message;

        Assert.Contains("the ranks ran, but not the program they were meant to", message, StringComparison.Ordinal);
        Assert.EndsWith("It wrote nothing to standard error.", message, StringComparison.Ordinal);
    }
}
