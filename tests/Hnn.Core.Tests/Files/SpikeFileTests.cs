using FsCheck;
using FsCheck.Xunit;
using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Testing;

namespace Hnn.Core.Tests.Files;

public class SpikeFileTests
{
    private const string Sound = "7.285\t50\tevprox1\n8.524\t2\tL2_basket\n";
    private static readonly string[] RecordedFiles = ["io/spk_0.txt", "io/spk_1.txt", "io/legacy_spikes_no_type.txt"];
    private static readonly Dictionary<string, GidRange> Ranges = new() { ["L2_basket"] = new(0, 50), ["evprox1"] = new(50, 60) };

    [Fact]
    public void A_spike_is_written_as_time_gid_and_type() =>
        Assert.Equal(Sound, SpikeFile.Format(new SpikeTable([7.28512, 8.5239999], [50, 2], ["evprox1", "L2_basket"])));

    [Fact]
    public void A_file_with_one_spike_and_one_without_any_are_read()
    {
        Assert.Equal(1, SpikeFile.Parse("one.txt", "7.285\t50\tevprox1\n").Count);
        Assert.Equal(0, SpikeFile.Parse("none.txt", "").Count);
    }

    [Fact]
    public void Each_trial_gets_a_file_and_the_tenth_follows_the_ninth()
    {
        using var folder = new TemporaryFolder();
        var trials = Enumerable.Range(0, 12).Select(trial => new SpikeTable([trial], [0], ["L2_basket"]));

        var paths = new CellResponse([.. trials]).SaveSpikes(folder.PathOf("spk_%d.txt"));
        var read = CellResponse.LoadSpikes(folder.PathOf("spk_*.txt"));

        Assert.Equal(folder.PathOf("spk_11.txt"), paths[11]);
        Assert.Equal(Enumerable.Range(0, 12).Select(trial => (double)trial), read.Trials.Select(trial => trial.Times[0]));
    }

    [Theory]
    [InlineData("spk.txt", 1, "spk.txt")]
    [InlineData("spk.txt", 2, "spk_0.txt, spk_1.txt")]
    [InlineData("spk_{0}.txt", 2, "spk_0.txt, spk_1.txt")]
    [InlineData("spk_%d.txt", 1, "spk_0.txt")]
    [InlineData("spk", 2, "spk_0, spk_1")]
    public void No_trial_overwrites_another(string name, int trials, string expected)
    {
        using var folder = new TemporaryFolder();

        var paths = SpikeFile.WriteAll([.. Enumerable.Repeat(SpikeTable.Empty, trials)], folder.PathOf(name));

        Assert.Equal(expected, string.Join(", ", paths.Select(Path.GetFileName)));
        Assert.All(paths, path => Assert.True(File.Exists(path)));
    }

    [Fact]
    public void Nothing_is_written_where_a_file_may_not_be_replaced()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("spk_1.txt"), "precious");

        Assert.Throws<IOException>(() => SpikeFile.WriteAll([SpikeTable.Empty, SpikeTable.Empty], folder.PathOf("spk_%d.txt"), overwrite: false));

        Assert.False(File.Exists(folder.PathOf("spk_0.txt")));
        Assert.Equal("precious", File.ReadAllText(folder.PathOf("spk_1.txt")));
    }

    [Fact]
    public void Old_files_get_their_types_from_the_gid_ranges()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("old.txt"), "7.285\t50\n8.524\t2\n");

        var read = CellResponse.LoadSpikes(folder.PathOf("old.txt"), Ranges);

        Assert.Equal(["evprox1", "L2_basket"], read.Trials[0].Types);
        Assert.Throws<FileFault>(() => CellResponse.LoadSpikes(folder.PathOf("old.txt")));
        Assert.Throws<FileFault>(() => CellResponse.LoadSpikes(folder.PathOf("old.txt"), new Dictionary<string, GidRange> { ["evprox1"] = new(50, 60) }));
    }

    [Fact]
    public void Types_that_contradict_the_gid_ranges_are_a_fault()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("spk.txt"), "7.285\t50\tL2_basket\n");

        Assert.Throws<FileFault>(() => CellResponse.LoadSpikes(folder.PathOf("spk.txt"), Ranges));
        Assert.Throws<FileFault>(() => CellResponse.LoadSpikes(folder.PathOf("none_*.txt"), Ranges));
    }

    [Theory]
    [InlineData("1", 1, null)]
    [InlineData("1 2 a b", 1, null)]
    [InlineData("1 2 a\n1 2\n", 2, null)]
    [InlineData("1 2 a\nx 2 a\n", 2, 1)]
    [InlineData("1 2 a\n1 -2 a\n", 2, 3)]
    [InlineData("1 2 a\n1 2.5 a\n", 2, 3)]
    [InlineData("1 99999999999 a\n", 1, 3)]
    [InlineData("Infinity 2 a\n", 1, 1)]
    public void A_malformed_file_is_one_fault_that_names_the_place(string text, int line, int? column)
    {
        var fault = Assert.Throws<FileFault>(() => SpikeFile.Parse("bad.txt", text));

        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Fact]
    public void A_type_the_file_could_not_hold_is_not_written()
    {
        Assert.Throws<ArgumentException>(() => SpikeFile.Format(new SpikeTable([1], [0], ["L2 basket"])));
        Assert.Throws<ArgumentException>(() => SpikeFile.Format(new SpikeTable([1, 2], [0, 1], ["a", ""])));
    }

    [Property(MaxTest = 10_000)]
    public bool Any_damage_gives_spikes_or_a_fault(DoNotSize<int> seed)
    {
        try
        {
            return SpikeFile.Parse("damaged.txt", MutatedText.Of(Sound, seed.Item)).Count >= 0;
        }
        catch (FileFault fault)
        {
            return fault.What.Length > 0 && fault.Why.Length > 0 && fault.Fix.Length > 0;
        }
    }

    [Property(MaxTest = 1_000)]
    public bool Spikes_of_the_files_precision_survive_writing_and_reading(DoNotSize<int> microseconds, byte gid)
    {
        var spikes = new SpikeTable([microseconds.Item / 1000.0], [gid], ["evprox1"]);

        var read = SpikeFile.Parse("memory.txt", SpikeFile.Format(spikes));

        return read.Times.SequenceEqual(spikes.Times) && read.Gids.SequenceEqual(spikes.Gids) && read.Types.SequenceEqual(spikes.Types);
    }

    [Fact]
    public void Files_of_the_reference_are_read_and_written_to_the_last_character()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        foreach (var path in RecordedFiles.Select(ReferenceData.PathOf))
            Assert.Equal(File.ReadAllText(path), SpikeFile.Format(SpikeFile.Read(path)));
    }
}
