using System.Diagnostics;
using Hnn.Mpi.FaultProgram;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Faults;

[Collection("Faults")]
public sealed class BystanderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData("Open MPI"), InlineData("MPICH")]
    public void Processes_of_others_with_the_same_names_are_left_alone(string family)
    {
        using var launcher = Sleeper("mpiexec");
        using var runner = Sleeper("Hnn.Runner");

        var outcome = Fault.In(family, MpiMode.Trials).OfJob(rank: 1, Fault.Moment, FaultKind.LauncherStopped);

        Assert.Equal(FaultEnd.Same, outcome.End);
        Assert.All((Process[])[launcher, runner], other => Assert.False(other.HasExited));
        launcher.Kill();
        runner.Kill();
    }

    private Process Sleeper(string name)
    {
        var program = _folder.PathOf(name);
        File.Copy("/bin/sleep", program, overwrite: true);
        return Process.Start(program, "300");
    }
}
