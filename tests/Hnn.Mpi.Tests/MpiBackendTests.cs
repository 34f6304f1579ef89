using System.Diagnostics;
using Hnn.Core.Simulation;
using Hnn.Testing;

namespace Hnn.Mpi.Tests;

/// <summary>What a user sees of a backend besides results: progress, words, stops, ends. Console output is redirected here, so nothing of this class may run beside it.</summary>
public class MpiBackendTests
{
    // What hangs, hangs for ever; what is slow on a busy machine is not tested here.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Families => [.. Launcher.Families];

    public static TheoryData<string, MpiMode> Modes => [.. from family in Launcher.Families from mode in new[] { MpiMode.Trials, MpiMode.Cells } select (family, mode)];

    [Theory, MemberData(nameof(Modes))]
    public void Progress_rises_to_one_and_names_every_rank_and_its_host(string family, MpiMode mode)
    {
        var (fractions, places) = (new List<double>(), new HashSet<(int, string)>());
        var told = new Told<RankProgress>(progress =>
        {
            lock (places)
                places.Add((progress.Rank, progress.Host));
            Assert.InRange(progress.Fraction, 0, 1);
        });

        using (new MpiBackend(Launcher.Of(family).Options(ranks: 3) with { Mode = mode, RankProgress = told }))
        {
            SmallColumn.Driven().Simulate(SmallColumn.For(100, trials: 4), new Told<SimulationProgress>(progress => fractions.Add(progress.Fraction)), TestContext.Current.CancellationToken);
            Assert.True(SpinWait.SpinUntil(() => places.Count == 3, Limit));
        }

        Assert.Equal(fractions.Order(), fractions);
        Assert.Equal(1, fractions[^1]);
        Assert.Equal([0, 1, 2], places.Select(place => place.Item1).Order());
        Assert.All(places, place => Assert.Equal(Environment.MachineName, place.Item2));
    }

    [Theory, MemberData(nameof(Families))]
    public void The_log_has_the_milestones(string family)
    {
        var words = new List<string>();

        using (new MpiBackend(Launcher.Of(family).Options(ranks: 3) with { Log = words.Add }))
        {
            SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(20));
            SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(20, trials: 2));
        }

        Assert.Contains("MPI will run 1 trial(s) sequentially by distributing network neurons over 3 processes.", words);
        Assert.Contains("MPI will run 2 trial(s) by distributing them over 3 processes.", words);
        Assert.Single(words, sentence => sentence.StartsWith("Trial 1 of 1: done in ", StringComparison.Ordinal));
        Assert.Single(words, sentence => sentence.StartsWith("Trial 2 of 2: done in ", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Families))]
    public void Without_a_log_nothing_is_written_to_the_console(string family)
    {
        var written = WrittenTo(() =>
        {
            using (new MpiBackend(Launcher.Of(family).Options(ranks: 2)))
                SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(20, trials: 2));
        });

        Assert.Equal("", written);
    }

    [Theory, MemberData(nameof(Modes))]
    public void A_simulation_that_is_stopped_ends_soon_and_its_ranks_take_the_next(string family, MpiMode mode)
    {
        var net = SmallColumn.Driven();
        var expected = SmallColumn.HashOf(net, SmallColumn.For(20, trials: 2));
        using var stop = new CancellationTokenSource();
        using var backend = new MpiBackend(Launcher.Of(family).Options(ranks: 2) with { Mode = mode });
        Assert.Equal(expected, SmallColumn.HashOf(net, SmallColumn.For(20, trials: 2)));
        var (ranks, begin) = (backend.Ranks.ToArray(), 0L);
        var progress = new Told<SimulationProgress>(_ =>
        {
            begin = Stopwatch.GetTimestamp();
            stop.Cancel();
        });

        Assert.Throws<SimulationCanceledException>(() => net.Simulate(SmallColumn.For(100_000, trials: 2), progress, stop.Token));

        Assert.InRange(Stopwatch.GetElapsedTime(begin), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(expected, SmallColumn.HashOf(net, SmallColumn.For(20, trials: 2)));
        Assert.Equal(ranks, backend.Ranks);
    }

    [Theory, MemberData(nameof(Families))]
    public void A_simulation_that_is_stopped_keeps_the_trials_that_are_finished(string family)
    {
        using var stop = new CancellationTokenSource();
        void Hear(string sentence)
        {
            if (sentence.StartsWith("Trial 1 of 3", StringComparison.Ordinal))
                stop.Cancel();
        }

        using (new MpiBackend(Launcher.Of(family).Options(ranks: 2) with { Mode = MpiMode.Cells, Log = Hear }))
        {
            var stopped = Assert.Throws<SimulationCanceledException>(() => SmallColumn.Driven().Simulate(SmallColumn.For(50, trials: 3), cancellation: stop.Token));

            Assert.Equal(SmallColumn.Driven().Simulate(50, trials: 3).Dipoles[0]["agg"], Assert.Single(stopped.Finished!.Dipoles)["agg"]);
        }
    }

    [Theory, MemberData(nameof(Families))]
    public void Ranks_that_are_idle_end_and_the_next_simulation_starts_them_anew(string family)
    {
        using var backend = new MpiBackend(Launcher.Of(family).Options(ranks: 2) with { IdleTimeout = TimeSpan.FromSeconds(0.5) });
        var first = SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(20));
        var ranks = backend.Ranks.ToArray();

        Assert.True(SpinWait.SpinUntil(() => !ranks.Any(rank => IsRunning(rank.Process)), Limit));

        Assert.Equal(first, SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(20)));
        Assert.DoesNotContain(backend.Ranks, ranks.Contains);
    }

    [Theory, MemberData(nameof(Families))]
    public void Nothing_remains_of_the_ranks_after_the_end(string family)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks into /proc for what ranks share.");
        using var folder = new TemporaryFolder();
        (string Host, int Process)[] ranks;
        string[] shared;

        using (var backend = new MpiBackend(Launcher.Of(family).Options(ranks: 2, ("TMPDIR", folder.PathOf("")))))
        {
            SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(20));
            ranks = [.. backend.Ranks];
            shared = [.. ranks.SelectMany(rank => SharedMemory(rank.Process)).Distinct()];
        }

        Assert.Equal(2, ranks.Length);
        Assert.DoesNotContain(ranks, rank => IsRunning(rank.Process));
        Assert.DoesNotContain(shared, File.Exists);
        Assert.Empty(Directory.GetFiles(folder.PathOf(""), "*", SearchOption.AllDirectories));
    }

    [Theory, MemberData(nameof(Families))]
    public void A_simulation_begun_when_a_result_is_told_does_not_wait_for_ever(string family)
    {
        var inner = new List<string>();
        var net = SmallColumn.Driven();
        var expected = SmallColumn.HashOf(net, SmallColumn.For(20));

        using (new MpiBackend(Launcher.Of(family).Options(ranks: 2)))
            net.Simulate(SmallColumn.For(50), new Told<SimulationProgress>(_ => inner.Add(SmallColumn.HashOf(net, SmallColumn.For(20)))), TestContext.Current.CancellationToken);

        Assert.NotEmpty(inner);
        Assert.All(inner, hash => Assert.Equal(expected, hash));
    }

    [Theory, MemberData(nameof(Modes))]
    public void A_listener_that_fails_ends_the_simulation_and_not_the_ranks(string family, MpiMode mode)
    {
        using var backend = new MpiBackend(Launcher.Of(family).Options(ranks: 2) with { Mode = mode });
        var fault = new InvalidOperationException("enough");

        var thrown = Assert.Throws<InvalidOperationException>(() =>
            SmallColumn.Driven().Simulate(SmallColumn.For(100_000, trials: 2), new Told<SimulationProgress>(_ => throw fault), TestContext.Current.CancellationToken));
        var ranks = backend.Ranks.ToArray();

        Assert.Same(fault, thrown);
        SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(20, trials: 2));
        Assert.Equal(ranks, backend.Ranks);
    }

    [Fact]
    public async Task Two_backends_at_once_do_not_disturb_each_other()
    {
        var expected = SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(50, trials: 2));
        var options = Launcher.Families.Select(family => Launcher.Of(family).Options(ranks: 2)).ToArray();

        var hashes = await Task.WhenAll(options.Select(each => Task.Run(() =>
        {
            using (new MpiBackend(each))
                return SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(50, trials: 2));
        })));

        Assert.All(hashes, hash => Assert.Equal(expected, hash));
    }

    [Theory, MemberData(nameof(Families))]
    public void Threads_that_share_a_backend_take_turns(string family)
    {
        var nets = Enumerable.Range(5, 4).Select(mu => SmallColumn.Driven(mu)).ToArray();
        var expected = nets.Select(net => SmallColumn.HashOf(net, SmallColumn.For(20))).ToArray();

        using (new MpiBackend(Launcher.Of(family).Options(ranks: 2)))
            Assert.Equal(expected, nets.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(net => SmallColumn.HashOf(net, SmallColumn.For(20))));
    }

    private static bool IsRunning(int process) =>
        File.Exists($"/proc/{process}/stat") && File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1][0] != 'Z';

    private static IEnumerable<string> SharedMemory(int process) =>
        File.ReadLines($"/proc/{process}/maps").Select(line => line[(line.IndexOf('/', StringComparison.Ordinal) + 1)..]).Where(path => path.StartsWith("dev/shm/", StringComparison.Ordinal)).Select(path => $"/{path}");

    private static string WrittenTo(Action action)
    {
        var (output, error, text) = (Console.Out, Console.Error, new StringWriter());
        try
        {
            Console.SetOut(text);
            Console.SetError(text);
            action();
            return text.ToString();
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
