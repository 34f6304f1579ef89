using System.Collections.Immutable;
using FsCheck;
using FsCheck.Xunit;
using Hnn.Core.Files;
using Hnn.Core.Results;
using Hnn.Testing;

namespace Hnn.Core.Tests.Files;

public class DipoleFileTests
{
    private const string Sound = "0.000\t0.0004\t-0.0000\t0.0004\n0.025\t-0.0001\t-0.0000\t-0.0001\n0.050\t-0.0001\t0.0000\t-0.0001\n";

    [Fact]
    public void A_dipole_is_written_with_three_decimals_of_the_time_and_four_of_the_moment()
    {
        var dipole = new Dipole([0, 0.025], [Layer("agg", 1, -0.00001), Layer("L2", 0.25, 12345.67891), Layer("L5", 0.75, 0)]);

        Assert.Equal("0.000\t1.0000\t0.2500\t0.7500\n0.025\t-0.0000\t12345.6789\t0.0000\n", DipoleFile.Format(dipole));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("dipole.txt");
        DipoleFile.Parse("memory.txt", Sound).Save(path);

        var dipole = Dipole.Load(path);

        Assert.Equal(Sound, File.ReadAllText(path));
        Assert.Equal(Sound, DipoleFile.Format(dipole));
        Assert.Equal(["agg", "L2", "L5"], dipole.Layers);
    }

    [Fact]
    public void Measured_dipoles_have_two_columns_in_any_notation()
    {
        var dipole = DipoleFile.Parse("measured.txt", "# times, agg\r\n0.000000000000000000e+00 -1.265560165975102791e+01\r\n\r\n1.666666666666666741e+00, 3 # noisy\r\n");

        Assert.Equal(["agg"], dipole.Layers);
        Assert.Equal([-12.65560165975102791, 3], dipole["agg"]);
    }

    [Fact]
    public void A_recording_has_a_column_of_times_and_one_for_each_trial()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("trials.txt"), "0 1 2 3 4\n1.5\t5\t6\t7\t8\n");

        var trials = Dipole.LoadTrials(folder.PathOf("trials.txt"));

        Assert.Equal([[1, 5], [2, 6], [3, 7], [4, 8]], trials.Select(trial => trial["agg"].ToArray()));
        Assert.All(trials, trial => Assert.Equal([0, 1.5], trial.Times));
        Assert.All(trials, trial => Assert.Equal(["agg"], trial.Layers));
        Assert.Throws<FileFault>(() => Dipole.LoadTrials(folder.PathOf("trials.hdf5")));
    }

    [Theory]
    [InlineData("0\n1\n", 1, null)]
    [InlineData("0 1 2\n1 1\n", 2, null)]
    [InlineData("0 1 2\n1 1 x\n", 2, 5)]
    public void Malformed_trials_are_one_fault_that_names_the_place(string text, int? line, int? column)
    {
        var fault = Assert.Throws<FileFault>(() => DipoleFile.ParseTrials("bad.txt", text));

        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData("0 1\n", 1, null)]
    [InlineData("0 1\n1 1 1\n", 2, null)]
    [InlineData("0 1 2\n1 1 2\n", 1, null)]
    [InlineData("0 1\n1 NaN\n", 2, 3)]
    [InlineData("0 1\n1 1e999\n", 2, 3)]
    [InlineData("0 1\n0.5 x\n", 2, 5)]
    [InlineData("0 1\n1 1\n1 1\n", 3, 1)]
    [InlineData("0 1\n1 1\n0,5 1\n", 3, null)]
    public void A_malformed_file_is_one_fault_that_names_the_place(string text, int? line, int? column)
    {
        var fault = Assert.Throws<FileFault>(() => DipoleFile.Parse("bad.txt", text));

        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.StartsWith("bad.txt", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_missing_too_large_or_no_text_are_faults()
    {
        using var folder = new TemporaryFolder();
        using (var sparse = File.Create(folder.PathOf("sparse.txt")))
            sparse.SetLength(1L << 30);
        File.WriteAllBytes(folder.PathOf("binary.txt"), [0xFF, 0xFE, 0x80]);

        Assert.Contains("too large", Assert.Throws<FileFault>(() => Dipole.Load(folder.PathOf("sparse.txt"))).Message, StringComparison.Ordinal);
        Assert.Contains("not text", Assert.Throws<FileFault>(() => Dipole.Load(folder.PathOf("binary.txt"))).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<FileFault>(() => Dipole.Load(folder.PathOf("none/none.txt"))).Message, StringComparison.Ordinal);
        Assert.Throws<FileFault>(() => Dipole.Load(folder.PathOf("dipole.hdf5")));
        Assert.Throws<FileFault>(() => Dipole.Load(folder.PathOf("")));
    }

    [Fact]
    public void A_dipole_the_file_could_not_name_or_that_would_replace_a_file_is_not_written()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("dipole.txt");
        File.WriteAllText(path, "precious");

        Assert.Throws<IOException>(() => DipoleFile.Parse("memory.txt", Sound).Save(path, overwrite: false));
        Assert.Throws<ArgumentException>(() => new Dipole([0, 1], [Layer("agg", 1, 2), Layer("L4", 1, 2)]).Save(path));
        Assert.Throws<ArgumentException>(() => DipoleFile.Parse("memory.txt", Sound).Save(folder.PathOf("dipole.hdf5")));
        Assert.Equal("precious", File.ReadAllText(path));
    }

    [Property(MaxTest = 10_000)]
    public bool Any_damage_gives_a_dipole_or_a_fault(DoNotSize<int> seed)
    {
        try
        {
            return DipoleFile.Parse("damaged.txt", MutatedText.Of(Sound, seed.Item)).Times.Length >= 2;
        }
        catch (FileFault fault)
        {
            return fault.What.Length > 0 && fault.Why.Length > 0 && fault.Fix.Length > 0;
        }
    }

    [Property(MaxTest = 1_000)]
    public bool Numbers_of_the_files_precision_survive_writing_and_reading(DoNotSize<int> first, DoNotSize<int> second)
    {
        var dipole = new Dipole([0, 0.025], [first.Item / 10_000.0, second.Item / 10_000.0]);

        return DipoleFile.Parse("memory.txt", DipoleFile.Format(dipole))["agg"].SequenceEqual(dipole["agg"]);
    }

    [Fact]
    public void Files_of_the_reference_are_read_and_written_to_the_last_character()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var expected = ReferenceData.Json("io/expected.json").GetProperty("expected").GetProperty("dipole_trial0.txt");
        var exact = ReferenceData.Table("io/dipole_trial0.csv.gz");

        var dipole = Dipole.Load(ReferenceData.PathOf("io/dipole_trial0.txt"));
        var written = DipoleFile.Format(new Dipole([.. exact["time"]], exact.Columns.Skip(1).Select(layer => Layer(layer, exact[layer]))));

        Assert.Equal(File.ReadAllText(ReferenceData.PathOf("io/dipole_trial0.txt")), written);
        Assert.Equal(expected.GetProperty("n").GetInt32(), dipole.Times.Length);
        Assert.Equal(expected.GetProperty("sfreq").GetDouble(), dipole.SamplingRate);
        Assert.Equal(expected.GetProperty("agg_first").AsDoubles(), dipole["agg"][..4]);
        Assert.Equal(expected.GetProperty("agg_last").AsDoubles(), dipole["agg"][^3..]);
        Assert.Equal(expected.GetProperty("agg_sum").GetDouble(), dipole["agg"].Sum(), 1e-12);
    }

    private static KeyValuePair<string, ImmutableArray<double>> Layer(string name, params double[] values) =>
        KeyValuePair.Create(name, values.ToImmutableArray());
}
