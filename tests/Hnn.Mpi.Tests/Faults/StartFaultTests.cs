using System.Diagnostics;
using Hnn.Mpi.Tests.Launching;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Faults;

/// <summary>Faults before the ranks have spoken.</summary>
[Collection("Faults")]
public sealed class StartFaultTests : IDisposable
{
    // A stopped process counts after 3.5 s, and its launcher is given up to 7 s to end it; a busy machine takes longer, and 5 min is what a start may take.
    private const double LongestStart = 60;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData("Open MPI", "--oversubscribe --bind-to none"), InlineData("MPICH", "")]
    public void A_rank_that_is_stopped_before_it_speaks_is_noticed_and_the_ranks_are_started_again(string family, string words)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux, whose /proc tells which processes are stopped.");
        var launcher = Launcher.Of(family);
        // Rank 1 of the first start stops itself and never becomes a rank.
        var note = _folder.PathOf("stopped");
        var stop = Script.Write(_folder, "stop", $"if [ \"$OMPI_COMM_WORLD_RANK$PMI_RANK\" = 1 ] && [ ! -e '{note}' ]; then echo $$ > '{note}'; kill -STOP $$; fi\nexec \"$@\"");
        var (net, options, told) = (SmallColumn.Driven(), SmallColumn.For(20, trials: 2), new List<string>());
        var expected = SmallColumn.HashOf(net, options);

        var clock = Stopwatch.StartNew();
        using (new MpiBackend(launcher.Options(ranks: 2) with { Launcher = $"{launcher.Program} {words} -n {{n}} \"{stop}\" {{program}}", Log = told.Add }))
            Assert.Equal(expected, SmallColumn.HashOf(net, options));

        var stopped = File.ReadAllText(note).Trim();
        Assert.Contains(told, line => line.Contains($"process {stopped} of its launcher is stopped", StringComparison.Ordinal));
        Assert.InRange(clock.Elapsed.TotalSeconds, 3, LongestStart);
        Assert.False(Directory.Exists($"/proc/{stopped}"));
    }
}
