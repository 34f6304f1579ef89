using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hnn.Core.Verification;

namespace Hnn.Core.Tests.Verification;

/// <summary>Cases that cannot be replayed or compared as a whole: the fault is said, and all else goes on.</summary>
public sealed partial class CaseReplayTests
{
    // The clock is a running sum, so its 0.5 ms is not exactly that.
    [GeneratedRegex(@"\n0\.(?:4999|5000)\d+,")]
    private static partial Regex HalfMillisecond { get; }

    [Fact]
    public void A_table_that_was_not_recorded_is_noted_and_the_rest_is_compared()
    {
        using var folder = new RecordedFolder();
        foreach (var table in new[] { "isec_trial0", "lfp_line_trial1", "dipole_post_trial0" })
            folder.Remove(table);

        var result = folder.Verify();

        Assert.True(result.Passed, string.Join('\n', result.Faults));
        Assert.Equal(["dipole_post_trial0", "isec_trial0", "lfp_line_trial1"], result.NotRecorded.Order());
    }

    [Fact]
    public void A_table_that_the_settings_promise_must_be_there()
    {
        using var folder = new RecordedFolder();
        folder.Remove("dipole_trial1");

        var result = folder.Verify();

        Assert.False(result.Passed);
        Assert.StartsWith("dipole_trial1: The file is missing.", Assert.Single(result.Faults), StringComparison.Ordinal);
        Assert.All(result.Comparisons, comparison => Assert.True(comparison.Passed));
    }

    [Fact]
    public void A_recorded_column_less_is_noted()
    {
        using var folder = new RecordedFolder();
        folder.ChangeText("ca_trial0", text => string.Join('\n', text.Split('\n').Select(line => line.Contains(',', StringComparison.Ordinal) ? line[..line.LastIndexOf(',')] : line)));

        var result = folder.Verify();

        Assert.True(result.Passed, string.Join('\n', result.Faults));
        Assert.StartsWith("ca_trial0: 1 of 1 columns", Assert.Single(result.NotRecorded), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dipole_trial0", "agg", "sum", "no column agg")]
    [InlineData("vsec_trial0", "1:soma", "1:axon", "'1:axon' has no counterpart")]
    [InlineData("lfp_line_trial1", "contact1", "contact7", "'contact7' has no counterpart")]
    [InlineData("isec_trial0", "\n0.5,", "\n0.51,", "The time is 0.51 ms")]
    [InlineData("isec_trial0", "\n0.5,", "\n0.5,,", "columns")]
    [InlineData("spikes", "evprox", "evprox,", "line 2")]
    [InlineData("spikes", "\n0,", "\nfirst,", "'first' in the column 'trial' is not a whole number")]
    [InlineData("ca_trial1", "0.0001", "NaN", "'NaN' in the column '3:soma' is not a number")]
    public void A_malformed_table_is_told_with_its_place_and_the_rest_is_compared(string table, string old, string replacement, string expected)
    {
        using var folder = new RecordedFolder();
        folder.ChangeText(table, text => ReplaceFirst(HalfMillisecond.Replace(text, "\n0.5,"), old, replacement));

        var result = folder.Verify();

        var fault = Assert.Single(result.Faults);
        Assert.Contains($"{table}.csv.gz", fault, StringComparison.Ordinal);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.Contains(result.Comparisons, comparison => comparison.Subject == "vsec_trial1" && comparison.Passed);
        Assert.False(result.Passed);
    }

    [Fact]
    public void A_table_cut_short_is_told()
    {
        using var folder = new RecordedFolder();
        folder.ChangeText("dipole_trial0", text => text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)]);
        File.WriteAllBytes(folder.PathOf("cases/tiny/vsec_trial0.csv.gz"), [1, 2, 3]);

        var faults = folder.Verify().Faults;

        Assert.Contains(faults, fault => fault.Contains("dipole_trial0.csv.gz: The table has 480 rows. The replay has 481 samples", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("vsec_trial0.csv.gz: The file cannot be read.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_without_a_counterpart_is_told()
    {
        using var folder = new RecordedFolder();
        folder.Write("lfp_other_trial0.csv", "time,contact0\n0,0\n");
        folder.Write("dipole_trial2.csv", "time,agg,L2,L5\n0,0,0,0\n");

        Assert.Equal(["dipole_trial2", "lfp_other_trial0"], folder.Verify().Faults.Select(fault => fault.Split(':')[0]));
    }

    [Fact]
    public void Tables_need_not_be_compressed()
    {
        using var folder = new RecordedFolder();
        folder.Change("dipole_trial0", 100, "L2", (value, all) => value + all.Max(Math.Abs));
        using (var table = new StreamReader(new GZipStream(File.OpenRead(folder.PathOf("cases/tiny/dipole_trial0.csv.gz")), CompressionMode.Decompress)))
            File.WriteAllText(folder.PathOf("cases/tiny/dipole_trial0.csv"), table.ReadToEnd());
        folder.Remove("dipole_trial0");

        Assert.Equal("dipole_trial0", Assert.Single(folder.Verify().Comparisons, comparison => !comparison.Passed).Subject);
    }

    [Fact]
    public void Settings_that_cannot_be_replayed_are_told()
    {
        Fault("'model' is missing", document => document["settings"]!.AsObject().Remove("model"));
        Fault("There is no model 'jansen'", document => document["settings"]!["model"] = "jansen");
        Fault("'mesh_shape' has 1 numbers", document => document["settings"]!["mesh_shape"] = new JsonArray(3));
        Fault("'legacy_mode' is \"no\". It must be true or false.", document => document["settings"]!["legacy_mode"] = "no");
        Fault("'n_trials' is 1.5. It must be a whole number.", document => document["settings"]!["simulate"]!["n_trials"] = 1.5);
        Fault("'record_isec' is \"axon\"", document => document["settings"]!["simulate"]!["record_isec"] = "axon");
        Fault("Operation 0 (add_evoked_drive) cannot be replayed. 'mu' is missing.", document => document["settings"]!["operations"]![0]!.AsObject().Remove("mu"));
        Fault("Operation 1 (add_electrode_array) cannot be replayed. There is no method 'csd'.", document => document["settings"]!["operations"]![1]!["method"] = "csd");
        Fault("'settings' is missing", document => document.AsObject().Remove("settings"));
        Fault("There is no such file", document => document["settings"]!["params_file"] = "other.json");

        static void Fault(string expected, Action<JsonNode> change)
        {
            using var folder = new RecordedFolder();
            folder.ChangeSettings(change);

            var result = folder.Verify();

            Assert.Contains(expected, Assert.Single(result.Faults), StringComparison.Ordinal);
            Assert.False(result.Passed);
            Assert.Null(result.OutputHash);
        }
    }

    [Fact]
    public void A_missing_measured_dipole_leaves_the_rest_to_be_compared()
    {
        using var folder = new RecordedFolder();
        File.Delete(folder.PathOf("data/measured.txt"));

        var result = folder.Verify();

        Assert.Contains("measured.txt", Assert.Single(result.Faults), StringComparison.Ordinal);
        Assert.Equal(1 + 2 * 7 + 4, result.Comparisons.Count(comparison => comparison.Passed));
    }

    [Fact]
    public void A_malformed_case_does_not_keep_others_from_being_replayed()
    {
        using var folder = new RecordedFolder();
        Directory.CreateDirectory(folder.PathOf("cases/deeper/broken"));
        File.WriteAllText(folder.PathOf("cases/deeper/broken/settings.json"), "{ \"settings\": ");

        var results = Verifier.Verify(folder.Options, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["deeper/broken", "tiny"], results.Select(result => result.Name));
        Assert.Contains("The file is not JSON.", Assert.Single(results[0].Faults), StringComparison.Ordinal);
        Assert.True(results[1].Passed);
    }

    [Fact]
    public void A_case_with_nothing_to_compare_does_not_pass()
    {
        using var folder = new RecordedFolder();
        folder.ChangeSettings(document => document.AsObject().Remove("results"));
        foreach (var table in Directory.EnumerateFiles(folder.PathOf("cases/tiny"), "*.gz"))
            File.Delete(table);

        Assert.StartsWith("There is nothing to compare with.", Assert.Single(folder.Verify().Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_may_be_a_case_itself_and_cases_are_chosen_by_name()
    {
        using var folder = new RecordedFolder();

        Assert.Equal(["tiny"], Verifier.FindCases(folder.Options with { Folder = folder.PathOf("cases/tiny") }));
        Assert.Equal(["tiny"], Verifier.FindCases(folder.Options with { Cases = ["tiny"] }));
        Assert.Contains("'small'", Assert.Throws<FileNotFoundException>(() => Verifier.FindCases(folder.Options with { Cases = ["small"] })).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => Verifier.FindCases(folder.Options with { Folder = folder.PathOf("data") }));
        Assert.Throws<DirectoryNotFoundException>(() => Verifier.FindCases(folder.Options with { Folder = folder.PathOf("nowhere") }));
    }

    [Fact]
    public void Each_result_is_reported_and_a_verification_can_be_ended()
    {
        using var folder = new RecordedFolder();
        var reports = new Reports();
        Verifier.Verify(folder.Options, reports, TestContext.Current.CancellationToken);

        Assert.Equal("tiny", Assert.Single(reports.Received).Name);
        Assert.Throws<OperationCanceledException>(() => Verifier.Verify(folder.Options, cancellation: new CancellationToken(canceled: true)));
    }

    private static string ReplaceFirst(string text, string old, string replacement)
    {
        var index = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(index >= 0, $"The recorded text lacks '{old}'.");
        return string.Concat(text.AsSpan(0, index), replacement, text.AsSpan(index + old.Length));
    }

    private sealed class Reports : IProgress<CaseResult>
    {
        public List<CaseResult> Received { get; } = [];

        public void Report(CaseResult value) => Received.Add(value);
    }
}
