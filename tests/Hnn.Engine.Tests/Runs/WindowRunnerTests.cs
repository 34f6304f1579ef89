using System.Collections.Immutable;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Runs;

/// <summary>Cells that nothing has reached are computed once and copied. With a probe anywhere they are not, and everything must be the same.</summary>
public sealed class WindowRunnerTests
{
    // Three blocks of eight cells, the last half full; one cell of the middle block is reached, or none.
    private const int Count = 20;

    private static readonly NetworkDescription Alike = LoneCells.Of(SmallCells.Rich, contributesToDipole: true, Count);

    public static TheoryData<string> Cases =>
        ["at rest", "one cell reached", "pulses", "subthreshold clamp", "spiking under a clamp", "clamp and a cell reached", "different thresholds"];

    [Theory, MemberData(nameof(Cases))]
    public void Copied_cells_are_as_computed_ones(string what)
    {
        var network = Network(what);

        var (copied, computed) = (Run(network, []), Run(network, [new Probe(ProbeQuantity.Voltage, 0, CellTemplate.Soma)]));

        Assert.Equal(computed.Spikes, copied.Spikes);
        Bits.Same(computed.Dipoles[LoneCells.Population], copied.Dipoles[LoneCells.Population]);
    }

    [Fact]
    public void Cells_that_spike_on_their_own_all_spike() =>
        Assert.Equal(Count, Run(Network("spiking under a clamp"), []).Spikes.Where(spike => spike.Gid < Count).DistinctBy(spike => spike.Gid).Count());

    [Fact]
    public void A_cell_above_its_threshold_from_the_start_spikes_at_0_in_every_block()
    {
        var network = Alike with { Thresholds = [.. Enumerable.Repeat(-80.0, Count)] };

        Assert.Equal(Enumerable.Range(0, Count).Select(gid => new Spike(1e-10, gid)), Run(network, []).Spikes.Where(spike => spike.Gid < Count));
    }

    private static NetworkDescription Network(string what) => what switch
    {
        "at rest" => Alike,
        "one cell reached" => Alike.WithContact(11, "apical_trunk", "ampa", 0.05, 1),
        "pulses" => Alike.WithContact(11, "apical_trunk", "nmda", 0.001, 1).WithContact(3, CellTemplate.Soma, "gabab", 0.1, 2),
        "subthreshold clamp" => Alike.WithClamp(CellTemplate.Soma, -0.1, 4, 20),
        "spiking under a clamp" => Alike.WithClamp(CellTemplate.Soma, 0.5, 4, 20),
        "clamp and a cell reached" => Alike.WithClamp(CellTemplate.Soma, 0.5, 4, 20).WithContact(11, "apical_trunk", "ampa", 0.05, 1),
        _ => Alike.WithClamp(CellTemplate.Soma, 0.5, 4, 20) with { Thresholds = [.. Enumerable.Range(0, Count).Select(gid => -20.0 - gid % 3)] },
    };

    private static Recording Run(NetworkDescription network, ImmutableArray<Probe> probes) =>
        network.Compiled().Run([new TrialInput([[9]])], SmallNetworks.Until(25) with { Threads = 2 }, probes)[0];
}
