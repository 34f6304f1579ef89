using Hnn.Core.Backends;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Tests.Wire;

public class WireFormatTests
{
    [Fact]
    public void A_network_arrives_as_it_was_sent_with_clamps_electrodes_and_every_kind_of_synapse_and_density()
    {
        foreach (var network in new[] { Column(), Network.Law2021() })
        {
            network.AddElectrodeArray("ecog", [new(10, 20, 30), new(0, -1, -0.0)], method: FieldMethod.LineSource);
            network.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 0.1 }, start: 3);
            var (job, received) = SendJob(network);

            Assert.Equal(ModelHash.Of(job.Network), ModelHash.Of(received.Network));
            Assert.Equal(job.Trials.SelectMany(trial => trial.DriveSpikes).SelectMany(times => times), received.Trials.SelectMany(trial => trial.DriveSpikes).SelectMany(times => times));
            Assert.Equal(job.Trials.SelectMany(trial => trial.DriveSpikes).Select(times => times.Length), received.Trials.SelectMany(trial => trial.DriveSpikes).Select(times => times.Length));
            Assert.Equal(job.Probes, received.Probes);
            Assert.Equal(job.Options, received.Options);
            Assert.Equal(job.Drives, received.Drives);
        }
    }

    [Fact]
    public void What_alike_networks_share_is_sent_once_and_the_rest_takes_little()
    {
        var (catalog, store, bytes) = Line();
        var networks = Enumerable.Range(1, 3).Select(weight => JobOf(WithDrive(weight * 0.01))).ToArray();

        var content = networks.Select(job => WireFormat.Write(WorkContent.Of([job], catalog))).ToArray();
        var sent = bytes().ToArray();
        var received = content.SelectMany(each => WireFormat.Read<WorkContent>(each).JobsFrom(store)).ToArray();

        Assert.Equal(networks.Select(job => ModelHash.Of(job.Network)), received.Select(job => ModelHash.Of(job.Network)));
        Assert.Equal(networks[0].Network.Projections.DistinctBy(projection => WireFormat.Write(ProjectionOutline.PairsOf(projection)), ByteComparer.Instance).Count() + 1, sent.Length);
        Assert.All(content, each => Assert.InRange(each.Length, 1, 20_000));
        Assert.Same(received[0].Network.Populations[0], received[2].Network.Populations[0]);
    }

    [Fact]
    public void A_recording_arrives_with_its_bits()
    {
        var job = JobOf(WithDrive(0.05)) with { Options = new EngineOptions { StopTime = 5 } };
        var outcomes = new List<TrialOutcome>();
        new ThreadBackend().Run([job], outcomes.Add, cancellation: TestContext.Current.CancellationToken);

        var received = WireFormat.Read<TrialContent>(WireFormat.Write(TrialContent.Of(outcomes[0]))).OutcomeFor(job);

        var (expected, actual) = (outcomes[0].Recording!, received.Recording!);
        Assert.Equal(expected.Times, actual.Times);
        Assert.Equal(expected.Dipoles.Keys, actual.Dipoles.Keys);
        Assert.Equal(expected.Dipoles.Values.SelectMany(values => values), actual.Dipoles.Values.SelectMany(values => values));
        Assert.Equal(expected.Spikes, actual.Spikes);
        Assert.Equal(expected.Probes.SelectMany(values => values), actual.Probes.SelectMany(values => values));
        Assert.Equal(outcomes[0].Elapsed, received.Elapsed);
    }

    [Fact]
    public void A_divergence_arrives_with_its_place()
    {
        var fault = new SimulationDivergedException(1.5, 2, 7, "L5_pyramidal", "apical_1");

        var received = WireFormat.Read<TrialContent>(WireFormat.Write(TrialContent.Of(new TrialOutcome(0, 2, null, fault, TimeSpan.Zero)))).OutcomeFor(JobOf(Column()));

        Assert.Equal(fault.Message, received.Fault!.Message);
        Assert.Equal((fault.Time, fault.Trial, fault.Gid), (received.Fault.Time, received.Fault.Trial, received.Fault.Gid));
    }

    [Fact]
    public void Bytes_that_hold_something_else_are_refused_with_a_sentence()
    {
        var refused = Assert.Throws<InvalidDataException>(() => WireFormat.Read<TrialContent>("[1, 2"u8));

        Assert.Contains("does not hold a TrialContent", refused.Message, StringComparison.Ordinal);
    }

    private static Network Column() => Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });

    private static Network WithDrive(double weight)
    {
        var net = Column();
        net.AddEvokedDrive("evprox1", mu: 3, sigma: 1, spikeCount: 1, "proximal", new Dictionary<string, double> { ["L5_pyramidal"] = weight, ["L2_basket"] = weight });
        return net;
    }

    private static SimulationJob JobOf(Network network) =>
        JobCapture.Of(network, SimulationOptions.Default with { StopTime = 20, Trials = 2, Voltages = Core.Simulation.Record.Soma });

    private static (SimulationJob Sent, SimulationJob Received) SendJob(Network network)
    {
        var (catalog, store, _) = Line();
        var job = JobOf(network);
        var content = WireFormat.Write(WorkContent.Of([job], catalog));
        return (job, WireFormat.Read<WorkContent>(content).JobsFrom(store)[0]);
    }

    private static (PartCatalog Catalog, PartStore Store, Func<IEnumerable<int>> Lengths) Line()
    {
        var store = new PartStore();
        var lengths = new List<int>();
        return (new PartCatalog(part =>
        {
            store.Add(part);
            lengths.Add(part.Length);
        }), store, () => lengths);
    }

    private sealed class ByteComparer : IEqualityComparer<byte[]>
    {
        public static ByteComparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => obj.Length;
    }
}
