using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Hnn.Core.Files;
using Hnn.Core.Parameters;
using Hnn.Testing;

namespace Hnn.Core.Tests.Parameters;

public sealed class ParameterFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_saved_set_reads_back_equal()
    {
        var path = Path.Combine(_folder, "set.json");
        var set = HnnParameters.Default.With("sim_prefix", "Über \"10 µm\"").With("celsius", 0.1 + 0.2);

        ParameterFile.Save(set, path);

        Assert.Equal(set, ParameterFile.Load(path));
    }

    [Fact]
    public void A_file_is_only_replaced_if_that_is_allowed()
    {
        var path = Path.Combine(_folder, "set.json");
        ParameterFile.Save(HnnParameters.Default, path);

        Assert.Throws<IOException>(() => ParameterFile.Save(HnnParameters.Unset, path, overwrite: false));
        Assert.Equal(HnnParameters.Default, ParameterFile.Load(path));
        Assert.Throws<ArgumentException>(() => ParameterFile.Save(HnnParameters.Unset, Path.Combine(_folder, "set.param")));
    }

    [Fact]
    public void An_old_file_holds_a_key_a_colon_and_a_value_per_line()
    {
        var parameters = ParameterFile.Parse("a.param", "sim_prefix: 7\r\n  tstop: 60\n\nexpmt_groups: {a: b}\ncelsius:3.6e1\nsync_evinput: 0");

        Assert.Equal(("7", 60.0, 36.0, 0.0), (parameters.Text("sim_prefix"), parameters["tstop"], parameters["celsius"], parameters["sync_evinput"]));
        Assert.False(parameters.Contains("expmt_groups"));
    }

    [Fact]
    public void A_newer_file_holds_one_object()
    {
        var parameters = ParameterFile.Parse("a.json", """{"tstop": 60, "sync_evinput": false, "unknown": [1, null], "tstop": 61}""");

        Assert.Equal((61.0, 0.0), (parameters["tstop"], parameters["sync_evinput"]));
    }

    [Theory]
    [InlineData("a.json", """{"tstop": "long"}""", "a.json (at $.tstop): Parameter 'tstop' is long. It takes a finite number.")]
    [InlineData("a.json", """{"tstop": null}""", "Parameter 'tstop' is null.")]
    [InlineData("a.json", """{"tstop": [1, 2]}""", "Parameter 'tstop' is a list.")]
    [InlineData("a.json", """{"tstop": 1e999}""", "It takes a finite number.")]
    [InlineData("a.json", """{"tstop": NaN}""", "a.json (line 1, column 11): The file is not JSON.")]
    [InlineData("a.json", "{\"tstop\": 1,\n \"dt\": ", "line 2, column 8")]
    [InlineData("a.json", """{"sim_prefix": 3}""", "It takes a text.")]
    [InlineData("a.json", """{"sim_prefix": "\ud800"}""", "A text is broken.")]
    [InlineData("a.json", """{"\ud800": 1}""", "A text is broken.")]
    [InlineData("a.json", "[1]", "a.json (at $): The file holds a list.")]
    [InlineData("a.json", "{}", "The file holds no parameter.")]
    [InlineData("a.json", "", "The file is not JSON.")]
    [InlineData("a.json", """{"object_type": "Network", "celsius_": 37}""", "The file holds no parameter.")]
    [InlineData("a.param", "tstop: 60\nthreshold", "a.param (line 2): A line has no colon.")]
    [InlineData("a.param", "tstop: 60\n dt: x", "a.param (line 2, column 5): Parameter 'dt' is 'x'.")]
    [InlineData("a.param", "tstop: nan", "It takes a finite number.")]
    [InlineData("a.param", "tstop: 20: 30", "Parameter 'tstop' is '20: 30'.")]
    [InlineData("a.param", "", "The file holds no parameter.")]
    [InlineData("a.txt", "tstop: 60", "The extension '.txt' is not known.")]
    public void A_malformed_file_is_a_fault_that_names_the_place(string path, string text, string expected)
    {
        var fault = Assert.Throws<FileFault>(() => ParameterFile.Parse(path, text));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_a_fault()
    {
        Assert.Throws<FileFault>(() => ParameterFile.Parse("a.json", "{\"x\":" + new string('[', 1_000_000)));
    }

    [Fact]
    public void A_missing_file_is_a_fault()
    {
        Assert.Throws<FileFault>(() => ParameterFile.Load(Path.Combine(_folder, "absent.json")));
    }

    [Fact]
    public void A_file_of_a_gigabyte_is_refused_before_it_is_read()
    {
        var path = Path.Combine(_folder, "huge.param");
        using (var file = File.Create(path))
            file.SetLength(1L << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<FileFault>(() => ParameterFile.Load(path));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Property(MaxTest = 10_000)]
    public void A_damaged_json_file_is_read_or_a_fault(DoNotSize<int> seed) => ReadOrFault("a.json", """
        {
          "tstop": 60, "sim_prefix": "µ \u00b5 \"x\"", "sync_evinput": true, "t_evprox_1": 2.5e1, "gbar_evprox_1_L2Pyr_ampa": 1e-5,
          "unknown": {"list": [1, null, "\ud83d\ude00"]}, "L2Pyr_ampa_mechname": "Exp2Syn", "threshold": -0.0
        }
        """, seed.Item);

    [Property(MaxTest = 10_000)]
    public void A_damaged_old_file_is_read_or_a_fault(DoNotSize<int> seed) => ReadOrFault("a.param", """
        sim_prefix: default
        expmt_groups: {default}
        tstop: 60
        t_evprox_1: 2.5e1
        gbar_evprox_1_L2Pyr_ampa: 1e-5
        threshold: -0.0
        """, seed.Item);

    [Property(MaxTest = 1_000)]
    public void Damaged_bytes_on_disk_are_read_or_a_fault(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var bytes = Encoding.UTF8.GetBytes("""{"tstop": 60, "sim_prefix": "µm", "celsius": 36.5}""");
        for (var damages = random.Next(1, 4); damages > 0; damages--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        var path = Path.Combine(_folder, random.Next(2) == 0 ? "damaged.json" : "damaged.param");
        File.WriteAllBytes(path, bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)]);

        try
        {
            ParameterFile.Load(path);
        }
        catch (FileFault fault)
        {
            Assert.Equal(path, fault.FileName);
        }
    }

    [Fact]
    public void The_recorded_files_read_as_in_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        foreach (var (file, values) in RecordedParameters.All())
            RecordedParameters.AssertEqual(values, ParameterFile.Load(ReferenceData.PathOf($"params/{file}")));
    }

    private static void ReadOrFault(string path, string text, int seed)
    {
        try
        {
            var parameters = ParameterFile.Parse(path, MutatedText.Of(text, seed));
            Assert.True(double.IsFinite(parameters["tstop"]), parameters["tstop"].ToString(CultureInfo.InvariantCulture));
        }
        catch (FileFault fault)
        {
            Assert.Equal(path, fault.FileName);
        }
    }
}
