using Hnn.Core.Drives;
using Hnn.Core.Files;
using Hnn.Core.Results;

namespace Hnn.Core.Tests.Drives;

public sealed class SpikeTrainsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Sources_are_numbered_anew_in_the_order_of_their_gids_and_keep_the_order_of_their_spikes()
    {
        // Reference: drives/events.json.gz, case spike_trains, drive l.
        Assert.Equal([[5], [10, 20], [3]], SpikeTrains.FromSpikes([(10, 7), (5, 2), (20, 7), (3, 11)]));
    }

    [Fact]
    public void Of_a_trial_all_spikes_or_those_of_named_types_are_taken()
    {
        var trial = new SpikeTable([1, 2, 3, 4], [7, 2, 7, 9], ["L5_pyramidal", "L2_basket", "L5_pyramidal", "evprox1"]);

        Assert.Equal([[2], [1, 3], [4]], SpikeTrains.FromTrial(trial));
        Assert.Equal([[1, 3], [4]], SpikeTrains.FromTrial(trial, "L5_pyramidal", "evprox1"));
        Assert.Contains("L5_pyramidal, L2_basket, evprox1 have", Assert.Throws<ArgumentException>(() => SpikeTrains.FromTrial(trial, "L5_basket")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SpikeTrains.FromTrial(SpikeTable.Empty, "L5_basket"));
    }

    [Fact]
    public void Of_several_files_the_first_trial_is_replayed()
    {
        File.WriteAllText(Path.Combine(_folder, "spk_2.txt"), "1.5\t4\tL2_basket\n0.5\t3\tL2_basket\n2.5\t4\tL2_basket\n");
        File.WriteAllText(Path.Combine(_folder, "spk_10.txt"), "9\t9\tL2_basket\n");

        Assert.Equal([[0.5], [1.5, 2.5]], SpikeTrains.FromFile(Path.Combine(_folder, "spk_*.txt")));
    }

    [Fact]
    public void An_old_file_without_types_can_be_replayed()
    {
        var path = Path.Combine(_folder, "spk.txt");
        File.WriteAllText(path, "1.5\t4\n");

        Assert.Equal([[1.5]], SpikeTrains.FromFile(path));
    }

    [Fact]
    public void A_missing_file_is_a_fault()
    {
        Assert.Throws<FileFault>(() => SpikeTrains.FromFile(Path.Combine(_folder, "absent.txt")));
        Assert.Throws<FileFault>(() => SpikeTrains.FromFile(Path.Combine(_folder, "absent_*.txt")));
    }
}
