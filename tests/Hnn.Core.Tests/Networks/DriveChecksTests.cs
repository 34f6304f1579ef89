using System.Collections.Immutable;
using Hnn.Core.Drives;
using Hnn.Core.Networks;

namespace Hnn.Core.Tests.Networks;

public class DriveChecksTests
{
    private static readonly ImmutableSortedDictionary<string, double> _weights = Drive.NoValues.AddRange(Columns.PyramidalWeights);
    private static readonly EvokedDrive _evoked = new() { Name = "one", Location = "proximal", Mu = 20, Sigma = 1, AmpaWeights = _weights, Delays = _weights };
    private static readonly PoissonDrive _poisson = new() { Name = "one", Location = "proximal", Rates = _weights, AmpaWeights = _weights, Delays = _weights };
    private static readonly BurstyDrive _bursty =
        new() { Name = "one", Location = "proximal", BurstRate = 10, AmpaWeights = _weights, Delays = _weights, CellSpecific = false, CellCount = 1 };

    public static TheoryData<Drive, string> Faults => new()
    {
        { _evoked with { Name = " " }, "The name is empty" },
        { _evoked with { Name = "L2_basket" }, "'L2_basket' is taken" },
        { _evoked with { AmpaWeights = Drive.NoValues, Delays = Drive.NoValues }, "has no targets" },
        { _evoked with { AmpaWeights = _weights.Add("L4", 1), Delays = _weights.Add("L4", 1) }, "targets the cell type 'L4'" },
        { _evoked with { Delays = _weights.Remove("L5_pyramidal") }, "has no delay for 'L5_pyramidal'" },
        { _evoked with { Delays = _weights.Add("L5_basket", 1) }, "has a delay for 'L5_basket'" },
        { _evoked with { Probabilities = Drive.NoValues.Add("L5_basket", 1) }, "has a probability for 'L5_basket'" },
        { _evoked with { Probabilities = Drive.NoValues.Add("L5_pyramidal", 0) }, "probability for 'L5_pyramidal'" },
        { _evoked with { Probabilities = Drive.NoValues.Add("L5_pyramidal", 1.5) }, "probability for 'L5_pyramidal'" },
        { _evoked with { AmpaWeights = _weights.SetItem("L5_pyramidal", -1) }, "AMPA weight for 'L5_pyramidal'" },
        { _evoked with { NmdaWeights = _weights.SetItem("L5_pyramidal", double.NaN) }, "NMDA weight for 'L5_pyramidal'" },
        { _evoked with { Delays = _weights.SetItem("L5_pyramidal", -1) }, "delay for 'L5_pyramidal'" },
        { _evoked with { Location = "axon" }, "no location 'axon'" },
        { _evoked with { Location = "apical_2" }, "'L2_pyramidal' have no location 'apical_2'" },
        { _evoked with { Location = "soma" }, "no receptor 'ampa'" },
        { _evoked with { Location = "distal", AmpaWeights = _weights.Add("L5_basket", 1), Delays = _weights.Add("L5_basket", 1) }, "nothing distal reaches these cells" },
        { _evoked with { CellCount = 3 }, "is cell-specific and has 3 cells" },
        { _evoked with { CellSpecific = false }, "has no number of cells" },
        { _evoked with { CellSpecific = false, CellCount = 0 }, "has 0 cells" },
        { _evoked with { SpaceConstant = 0 }, "space constant" },
        { _evoked with { EventSeed = -1 }, "event seed" },
        { _evoked with { ConnectionSeed = -1 }, "connection seed" },
        { _evoked with { Sigma = -1 }, "standard deviation" },
        { _evoked with { Mu = double.NaN }, "mean time" },
        { _evoked with { SpikeCount = 0 }, "number of spikes" },
        { _poisson with { Start = -1 }, "The start" },
        { _poisson with { Stop = -1 }, "The stop" },
        { _poisson with { Start = 20, Stop = 10 }, "The stop" },
        { _poisson with { Rates = _weights.SetItem("L5_pyramidal", 0) }, "rate for 'L5_pyramidal'" },
        { _poisson with { Rates = _weights.Remove("L5_pyramidal") }, "has no rate for 'L5_pyramidal'" },
        { _poisson with { Rates = _weights.Add("L5_basket", 1) }, "has a rate for 'L5_basket'" },
        { _poisson with { CellSpecific = false, CellCount = 1 }, "different rates" },
        { _bursty with { Start = -1 }, "The start" },
        { _bursty with { Start = 20, Stop = 10 }, "The stop" },
        { _bursty with { StartStd = -1 }, "standard deviation of the start" },
        { _bursty with { BurstStd = -1 }, "standard deviation of the bursts" },
        { _bursty with { BurstRate = 0 }, "burst rate" },
        { _bursty with { SpikesPerBurst = 0 }, "spikes per burst" },
        { _bursty with { SpikeInterval = double.NaN }, "interval of the spikes" },
        { _bursty with { SpikesPerBurst = 12 }, "lasts 110 ms" },
        { new SpikeTrainDrive { Name = "one", Location = "proximal", AmpaWeights = _weights, Delays = _weights, SpikeTimes = [[1, double.NaN]] }, "spike time that is not finite" },
        { new SpikeTrainDrive { Name = "one", Location = "proximal", AmpaWeights = _weights, Delays = _weights, SpikeTimes = [] }, "has 0 cells" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void A_drive_that_does_not_fit_is_refused_and_not_added(Drive drive, string expected)
    {
        var net = Columns.Bare();

        Assert.Contains(expected, Columns.Refusal(() => net.AddDrive(drive)), StringComparison.Ordinal);

        Assert.Equal(Columns.Bare(), net);
    }

    [Fact]
    public void All_faults_of_a_drive_are_told_at_once()
    {
        var message = Columns.Refusal(() => Columns.Bare().AddDrive(_evoked with { Sigma = -1, EventSeed = -1, Location = "axon" }));

        Assert.Contains("standard deviation", message, StringComparison.Ordinal);
        Assert.Contains("event seed", message, StringComparison.Ordinal);
        Assert.Contains("'axon'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_can_be_used_once_only()
    {
        var net = Columns.Bare();
        net.AddDrive(_evoked);

        Assert.Contains("'one' is taken", Columns.Refusal(() => net.AddDrive(_bursty)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_the_drives_without_its_fault_is_accepted()
    {
        foreach (var drive in new Drive[] { _evoked, _poisson, _bursty })
            Assert.Equal(drive.Name, Columns.Bare().AddDrive(drive).Name);
    }

    [Fact]
    public void In_legacy_mode_spike_numbers_and_deviations_are_not_checked()
    {
        var net = new Network(new NetworkOptions { Mesh = (1, 1), LegacyMode = true });

        Assert.Equal(0, ((EvokedDrive)net.AddDrive(_evoked with { SpikeCount = 0, Sigma = -1 })).SpikeCount);
    }
}
