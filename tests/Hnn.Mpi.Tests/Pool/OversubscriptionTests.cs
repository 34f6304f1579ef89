using System.Diagnostics;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Pool;

/// <summary>More ranks than processors share them politely: who waits for another leaves it the processor.</summary>
[Collection("Faults")]
public class OversubscriptionTests
{
    // Each rank compiles the engine for itself when it starts; what is compared comes later.
    private const int WarmUps = 6;
    private const int Simulations = 4;

    public static TheoryData<string, MpiMode> Cases => [.. from family in Launcher.Families from mode in (MpiMode[])[MpiMode.Trials, MpiMode.Cells] select (family, mode)];

    // Processors that have always something to do are done in the time that their work takes, so this is a statement on time, and holds on a busy machine, too.
    [Theory, MemberData(nameof(Cases))]
    public void Ten_ranks_take_at_most_half_as_much_processor_time_again_as_two(string family, MpiMode mode)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);

        var (two, ten) = (ProcessorTime(family, mode, ranks: 2), ProcessorTime(family, mode, ranks: 10));

        TestContext.Current.TestOutputHelper?.WriteLine($"{family}, {mode}: {two.TotalSeconds:F2} s with two ranks, {ten.TotalSeconds:F2} s with ten, {ten / two:F2} times as much");
        Assert.InRange(ten / two, 0, 1.5);
    }

    private static TimeSpan ProcessorTime(string family, MpiMode mode, int ranks)
    {
        var (mesh, options) = mode == MpiMode.Cells ? (20, SmallColumn.For(60)) : (8, SmallColumn.For(60, trials: 20));
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (mesh, mesh) });
        net.AddDefaultErpDrives();
        using var backend = new MpiBackend(MpiOptions.Default with { Processes = ranks, Launcher = Launcher.Of(family).Program, Mode = mode, RequiresMpi = true });

        Simulate(net, options, WarmUps);
        var before = Used(backend);
        Simulate(net, options, Simulations);
        return Used(backend) - before;
    }

    private static void Simulate(Network net, SimulationOptions options, int times)
    {
        for (var time = 0; time < times; time++)
            net.Simulate(options, cancellation: TestContext.Current.CancellationToken);
    }

    private static TimeSpan Used(MpiBackend backend) => backend.Ranks.Aggregate(TimeSpan.Zero, (sum, rank) =>
    {
        using var process = Process.GetProcessById(rank.Process);
        return sum + process.TotalProcessorTime;
    });
}
