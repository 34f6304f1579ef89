using System.Reflection.PortableExecutable;
using Hnn.Mpi;
using Hnn.Mpi.Tests;

namespace Hnn.Runner.Tests;

public class ProgramTests
{
    public static TheoryData<string> Families => [.. Launcher.Families];

    [Theory, MemberData(nameof(Families))]
    public void Every_rank_starts_and_ends_well(string family)
    {
        int[] processes;
        using (var backend = new MpiBackend(Launcher.Of(family).Options(ranks: 2) with { RequiresMpi = true }))
        {
            backend.Start();
            processes = [.. backend.Ranks.Select(rank => rank.Process)];
        }

        Assert.Equal(2, processes.Distinct().Count());
        Assert.All(processes, process => Assert.False(Directory.Exists($"/proc/{process}")));
    }

    [Theory, InlineData("Hnn.Runner.dll"), InlineData("Hnn.Mpi.dll"), InlineData("Hnn.Core.dll"), InlineData("Hnn.Engine.dll")]
    public void The_runner_and_what_it_needs_hold_machine_code(string assembly)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "runner", assembly));
        using var image = new PEReader(file);

        Assert.True(image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }
}
