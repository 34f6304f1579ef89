using System.Text.Json.Nodes;
using Hnn.Core.Verification;
using Hnn.Testing;

namespace Hnn.Core.Tests.Verification;

/// <summary>What the verifier sees, and what it says where it cannot see. A verifier that cannot fail is worth nothing.</summary>
public sealed class VerifierTests
{
    public static TheoryData<string, int, string> TracePlaces => new()
    {
        { "dipole_trial0", 100, "agg" },
        { "dipole_trial1", 480, "L5" },
        { "dipole_post_trial1", 20, "L2" },
        { "isec_trial0", 20, "0:soma_ampa" },
        { "ca_trial1", 48, "3:soma" },
        { "lfp_line_trial0", 120, "contact1" },
    };

    [Fact]
    public void A_replay_agrees_with_its_recording()
    {
        using var folder = new RecordedFolder();

        var result = folder.Verify();

        Assert.True(result.Passed, string.Join('\n', result.Faults));
        Assert.Equal("tiny", result.Name);
        Assert.Equal(result.SpikesRecorded, result.SpikesEqual);
        Assert.True(result.SpikesRecorded > 0);
        Assert.Equal(0, result.DipoleError);
        Assert.All(result.Comparisons, comparison => Assert.Equal(0, comparison.Error));
        // Spikes; per trial two dipoles, three probes, somata, electrodes; five entries of the summary.
        Assert.Equal(1 + 2 * 7 + 5, result.Comparisons.Length);
        Assert.Empty(result.NotRecorded);
        Assert.Equal(64, result.OutputHash!.Length);
    }

    [Theory, MemberData(nameof(TracePlaces))]
    public void One_sample_too_far_from_the_recorded_one_is_told_and_nothing_else(string table, int row, string column)
    {
        using var folder = new RecordedFolder();
        var tolerance = table.StartsWith("dipole", StringComparison.Ordinal) ? 1e-9 : 1e-6;
        folder.Change(table, row, column, (value, all) => value + 2 * tolerance * all.Max(Math.Abs));

        var result = folder.Verify();

        var difference = Assert.Single(OnlyDifferences(result));
        Assert.Equal(table, difference.Subject);
        Assert.StartsWith($"{column} at ", difference.Where, StringComparison.Ordinal);
        // The error is measured by the column's peak, which the change may have moved by its own small amount.
        Assert.Equal(2 * tolerance, difference.Error, 1e-5 * tolerance);
    }

    [Theory, MemberData(nameof(TracePlaces))]
    public void One_sample_within_the_tolerance_passes(string table, int row, string column)
    {
        using var folder = new RecordedFolder();
        var tolerance = table.StartsWith("dipole", StringComparison.Ordinal) ? 1e-9 : 1e-6;
        folder.Change(table, row, column, (value, all) => value + tolerance / 2 * all.Max(Math.Abs));

        Assert.True(folder.Verify().Passed);
    }

    [Theory, InlineData("vsec_trial1", "3:apical_tuft"), InlineData("vsoma_full_trial0", "0:soma")]
    public void Voltages_may_differ_by_a_millionth_of_a_millivolt(string table, string column)
    {
        using var folder = new RecordedFolder();
        folder.Change(table, 30, column, (value, _) => value + 0.9e-6);
        Assert.True(folder.Verify().Passed);

        folder.Change(table, 30, column, (value, _) => value + 1.1e-6);
        var difference = Assert.Single(OnlyDifferences(folder.Verify()));

        Assert.Equal(table, difference.Subject);
        // Voltages of 70 mV are written to 1.4e-14 mV.
        Assert.Equal(1.1e-6, difference.Error, 1e-12);
    }

    [Fact]
    public void A_column_recorded_as_zero_must_be_zero()
    {
        using var folder = new RecordedFolder();
        folder.ChangeText("isec_trial0", text => WithColumnOfZeros(text, "0:soma_ampa"));

        var difference = Assert.Single(OnlyDifferences(folder.Verify()));

        Assert.Equal(("isec_trial0", 1.0), (difference.Subject, difference.Error));
    }

    [Fact]
    public void The_dipole_error_is_the_worst_column_of_the_worst_trial()
    {
        using var folder = new RecordedFolder();
        folder.Change("dipole_trial0", 100, "L2", (value, all) => value + 1e-10 * all.Max(Math.Abs));
        folder.Change("dipole_trial1", 100, "L5", (value, all) => value + 3e-10 * all.Max(Math.Abs));

        var result = folder.Verify();

        Assert.True(result.Passed);
        Assert.Equal(3e-10, result.DipoleError!.Value, 1e-14);
        Assert.StartsWith("dipole_trial1, L5 at 2.5 ms", result.DipoleErrorAt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spike_at_another_time_is_told()
    {
        using var folder = new RecordedFolder();
        folder.Change("spikes", 1, "time", (time, _) => time + 0.9e-6);
        Assert.True(folder.Verify().Passed);

        folder.Change("spikes", 1, "time", (time, _) => time + 1.1e-6);
        var result = folder.Verify();

        var difference = Assert.Single(OnlyDifferences(result));
        // One is missing, and one is too many.
        Assert.Equal(("spikes", 2.0), (difference.Subject, difference.Error));
        Assert.Equal(result.SpikesRecorded - 1, result.SpikesEqual);
    }

    [Theory, InlineData("gid"), InlineData("trial")]
    public void A_spike_of_another_cell_or_trial_is_told(string column)
    {
        using var folder = new RecordedFolder();
        folder.Change("spikes", 0, column, (value, _) => value + 1);

        Assert.Equal("spikes", Assert.Single(OnlyDifferences(folder.Verify())).Subject);
    }

    [Fact]
    public void A_missing_and_a_surplus_spike_are_told()
    {
        using var folder = new RecordedFolder();
        folder.ChangeText("spikes", text => text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)]);
        var missing = folder.Verify();
        folder.ChangeText("spikes", text => text + "1,11.5,L5_pyramidal,3\n");
        var surplus = folder.Verify();

        Assert.Equal("spikes", Assert.Single(OnlyDifferences(missing)).Subject);
        Assert.Equal(missing.SpikesRecorded, missing.SpikesEqual);
        Assert.Contains("gid 3 (L5_pyramidal) at 11.5 ms, only recorded", Assert.Single(OnlyDifferences(surplus)).Where, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_recorded_spikes_does_not_matter()
    {
        using var folder = new RecordedFolder();
        folder.ChangeText("spikes", text => string.Join('\n', text.Split('\n').Take(1).Concat(text.Split('\n').Skip(1).Reverse().Where(line => line.Length > 0))) + "\n");

        Assert.True(folder.Verify().Passed);
    }

    [Fact]
    public void Each_entry_of_the_summary_is_compared()
    {
        Entry("gid_ranges", results => results["gid_ranges"]!["L5_pyramidal"]![1] = 5);
        Entry("n_samples", results => results["n_samples"] = 482);
        Entry("spike_counts", results => results["spike_counts"]![1]!["evprox"] = 2);
        Entry("dipole_agg_range", results => results["dipole_agg_range"]![1]!["max"] = results["dipole_agg_range"]![1]!["max"]!.GetValue<double>() + 1e-10);
        Entry("rmse", results => results["rmse"]![0] = results["rmse"]![0]!.GetValue<double>() * (1 + 1.1e-6));

        static void Entry(string key, Action<JsonNode> change)
        {
            using var folder = new RecordedFolder();
            folder.ChangeSettings(document => change(document["results"]!));

            Assert.Equal(key, Assert.Single(OnlyDifferences(folder.Verify())).Subject);
        }
    }

    [Fact]
    public void Another_setting_gives_other_results()
    {
        using var folder = new RecordedFolder();
        folder.ChangeSettings(document => document["settings"]!["operations"]![0]!["mu"] = 3.1);

        var result = folder.Verify();

        Assert.False(result.Passed);
        Assert.True(result.SpikesEqual < result.SpikesRecorded);
        Assert.True(result.DipoleError > 1e-9);
    }

    private static string WithColumnOfZeros(string text, string column)
    {
        var lines = text.TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToArray();
        var index = Array.IndexOf(lines[0], column);
        foreach (var line in lines.Skip(1))
            line[index] = "-0";
        return string.Join('\n', lines.Select(line => string.Join(',', line))) + "\n";
    }

    // What differs, of a case that could be compared as a whole.
    private static IEnumerable<Comparison> OnlyDifferences(CaseResult result)
    {
        Assert.Empty(result.Faults);
        Assert.False(result.Passed);
        return result.Comparisons.Where(comparison => !comparison.Passed);
    }
}
