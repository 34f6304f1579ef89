using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Runs;

public sealed class DriveSpikesTests
{
    private static readonly Clock Clock = new(0.025, 10);

    private static readonly CompiledModel Model = LoneCells.Of(SmallCells.Basket).Compiled();

    // numerics.md section 4.3.
    [Fact]
    public void A_spike_after_the_last_sample_is_neither_delivered_nor_recorded()
    {
        var last = Clock.Times[^1];

        Assert.Equal([1, last], Times(1, last, Math.BitIncrement(last)));
    }

    // te = te + (given - te), which rounds: 0.1 + (0.7 - 0.1) is not 0.7.
    [Fact]
    public void A_spike_is_timed_by_its_distance_from_the_one_before() =>
        Bits.Same([0.1, 0.1 + (0.7 - 0.1)], Times(0.1, 0.7));

    [Fact]
    public void Spikes_of_all_trials_come_by_time_trial_and_cell()
    {
        var drives = new DriveSpikes(Model, [new TrialInput([[2, 3]]), new TrialInput([[1, 2]])], Clock);

        Assert.Equal([(1.0, 1, 1), (2.0, 0, 1), (2.0, 1, 1)], drives.TakeUntil(2));
        Assert.Equal([(3.0, 0, 1)], drives.TakeUntil(9));
    }

    [Fact]
    public void Going_back_gives_the_same_spikes_again()
    {
        var drives = new DriveSpikes(Model, [new TrialInput([[1, 2, 3]])], Clock);
        Assert.Equal(2, drives.TakeUntil(2).Count());
        var until = drives.Until;
        Assert.Single(drives.TakeUntil(9));

        drives.Rewind(until);

        Assert.Equal([3.0], drives.TakeUntil(9).Select(spike => spike.Time));
    }

    private static IEnumerable<double> Times(params double[] given) =>
        new DriveSpikes(Model, [new TrialInput([[.. given]])], Clock).All.Select(spike => spike.Time);
}
