using Hnn.Core.Backends;
using Hnn.Core.Simulation;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Tests.Launching;
using Hnn.Testing;

namespace Hnn.Mpi.Tests;

/// <summary>What goes wrong before the first simulation, or by the user's hand, in words that help.</summary>
public class MpiBackendErrorTests
{
    private static readonly MpiOptions Missing = MpiOptions.Default with { Processes = 2, Launcher = "no-such-launcher" };

    [Fact]
    public void More_ranks_than_cells_are_refused_before_any_is_started()
    {
        using (new MpiBackend(Missing with { Processes = 1000, RequiresMpi = true }))
        {
            var refused = Assert.Throws<ArgumentException>(() => SmallColumn.Driven().Simulate(20));

            Assert.StartsWith($"1000 ranks cannot share {CellCount()} cells out", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_launcher_that_is_missing_is_an_error_where_MPI_is_required()
    {
        using (new MpiBackend(Missing with { RequiresMpi = true }))
        {
            var missing = Assert.Throws<MpiException>(() => SmallColumn.Driven().Simulate(20));

            Assert.Contains("'no-such-launcher' is not found", missing.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_launcher_that_is_missing_is_one_sentence_elsewhere_and_threads_simulate()
    {
        var words = new List<string>();
        var expected = SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(20));

        using (new MpiBackend(Missing with { Log = words.Add }))
        {
            Assert.Equal(expected, SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(20)));
            Assert.Equal(expected, SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(20)));
        }

        Assert.EndsWith("so simulations run on the threads of this process, with the same results.", Assert.Single(words), StringComparison.Ordinal);
    }

    [Fact]
    public void A_simulation_begun_when_a_result_is_told_does_not_wait_for_ever_without_MPI_either()
    {
        var inner = new List<string>();
        var net = SmallColumn.Driven();

        using (new MpiBackend(Missing with { Log = _ => { } }))
            net.Simulate(SmallColumn.For(20, trials: 2), new Told<SimulationProgress>(_ => Add(SmallColumn.HashOf(net, SmallColumn.For(5)))), TestContext.Current.CancellationToken);

        Assert.Single(inner.Distinct());

        void Add(string hash)
        {
            lock (inner)
                inner.Add(hash);
        }
    }

    [Fact]
    public void A_launcher_that_fails_is_told_with_its_words()
    {
        using var folder = new TemporaryFolder();
        var script = Script.Write(folder, "mpiexec", "echo no room in the cluster >&2; exit 7");

        using (new MpiBackend(Missing with { Launcher = script, RequiresMpi = true }))
        {
            var failed = Assert.Throws<MpiException>(() => SmallColumn.Driven().Simulate(20));

            Assert.Contains("ended with code 7", failed.Message, StringComparison.Ordinal);
            Assert.Contains("no room in the cluster", failed.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_wait_for_a_launcher_that_says_nothing_can_be_ended()
    {
        using var folder = new TemporaryFolder();
        var script = Script.Write(folder, "mpiexec", "exec sleep 600");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));

        using (new MpiBackend(Missing with { Launcher = script, RequiresMpi = true }))
            Assert.Throws<SimulationCanceledException>(() => SmallColumn.Driven().Simulate(SmallColumn.For(20), cancellation: stop.Token));
    }

    [Theory, InlineData("Open MPI", "MPICH", "libmpich.so.12"), InlineData("MPICH", "Open MPI", "libmpi.so.40")]
    public void A_launcher_of_one_family_with_a_library_of_the_other_is_an_error_and_no_wait(string family, string other, string library)
    {
        _ = Launcher.Of(other);

        using (new MpiBackend(Launcher.Of(family).Options(ranks: 2, ("HNN_MPI_LIBRARY", library))))
        {
            var mixed = Assert.Throws<MpiException>(() => SmallColumn.Driven().Simulate(20));

            Assert.Contains("so they do not know each other", mixed.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_backend_is_of_no_use_after_its_end()
    {
        var backend = new MpiBackend(Missing);
        backend.Dispose();
        backend.Dispose();

        Assert.Null(SimulationBackend.Current);
        using (SimulationBackend.Use(backend))
            Assert.Throws<ObjectDisposedException>(() => SmallColumn.Driven().Simulate(20));
    }

    [Fact]
    public void The_innermost_backend_is_in_force()
    {
        var (outer, inner) = (new List<string>(), new List<string>());

        using (new MpiBackend(Missing with { Processes = 1, Log = outer.Add }))
        {
            using (new MpiBackend(Missing with { Processes = 1, Log = inner.Add }))
                SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(5));
            SmallColumn.HashOf(SmallColumn.Driven(), SmallColumn.For(5, trials: 2));
        }

        Assert.Equal(["MPI with 1 process: 1 trial(s) are simulated by the threads of this process."], inner);
        Assert.Equal(["MPI with 1 process: 2 trial(s) are simulated by the threads of this process."], outer);
    }

    private static int CellCount() => JobCapture.Of(SmallColumn.Plain(), SmallColumn.For(5)).Network.CellCount;
}
