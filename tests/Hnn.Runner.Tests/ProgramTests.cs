using System.Reflection.PortableExecutable;
using Hnn.Mpi.Launching;
using Hnn.Mpi.Tests;

namespace Hnn.Runner.Tests;

public class ProgramTests
{
    public static TheoryData<string> Families => [.. Launcher.Families];

    [Theory, MemberData(nameof(Families))]
    public void Every_rank_starts_and_ends_well(string family)
    {
        var process = Launcher.Of(family).Start(ranks: 2, RunnerProgram.Find());

        var (output, error, code) = Launcher.Finish(process);

        Assert.True(code == 0, error);
        Assert.Equal("", output);
        Assert.Contains("Rank 0 of 2", error, StringComparison.Ordinal);
        Assert.Contains("Rank 1 of 2", error, StringComparison.Ordinal);
    }

    [Theory, InlineData("Hnn.Runner.dll"), InlineData("Hnn.Mpi.dll"), InlineData("Hnn.Core.dll"), InlineData("Hnn.Engine.dll")]
    public void The_runner_and_what_it_needs_hold_machine_code(string assembly)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "runner", assembly));
        using var image = new PEReader(file);

        Assert.True(image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }
}
