using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Drives;
using Hnn.Core.Parameters;
using Hnn.Testing;

namespace Hnn.Core.Tests.Parameters;

public class ParameterDrivesTests
{
    [Fact]
    public void The_default_set_describes_three_evoked_drives_in_the_order_of_their_names()
    {
        var drives = ParameterDrives.Drives(HnnParameters.Default);

        Assert.Equal(["evdist1", "evprox1", "evprox2"], drives.Select(drive => drive.Name));
        var distal = Assert.IsType<EvokedDrive>(drives[0]);
        Assert.Equal((63.53, 3.85, 1, 2), (distal.Mu, distal.Sigma, distal.SpikeCount, distal.EventSeed));
        Assert.Equal(["L2_basket", "L2_pyramidal", "L5_pyramidal"], distal.AmpaWeights.Keys);
        Assert.Equal([1.0, 1.0], drives[1].Delays.Where(pair => pair.Key.StartsWith("L5", StringComparison.Ordinal)).Select(pair => pair.Value));
    }

    [Fact]
    public void In_legacy_mode_drives_that_are_switched_off_are_kept()
    {
        var drives = ParameterDrives.Drives(HnnParameters.Default, legacyMode: true);

        Assert.Equal(["bursty1", "bursty2", "evdist1", "evprox1", "evprox2", "extgauss", "extpois"], drives.Select(drive => drive.Name));
    }

    [Fact]
    public void Drives_from_the_tenth_on_are_sorted_as_text()
    {
        var many = HnnParameters.From([.. Enumerable.Range(1, 10).Select(i => KeyValuePair.Create($"t_evprox_{i}", (ParameterValue)i))]);

        Assert.Equal(["evprox1", "evprox10", "evprox2"], ParameterDrives.Drives(many).Take(3).Select(drive => drive.Name));
    }

    [Fact]
    public void Gaussian_noise_within_the_run_has_the_delays_of_noise()
    {
        var noise = ParameterDrives.Drives(HnnParameters.Default.With("*_Gauss_mu", 80)).Single(drive => drive.Name == "extgauss");

        Assert.Equal("gaussian", noise.Kind);
        Assert.Equal([1.0, 0.1, 1.0, 1.0], noise.Delays.Values);
    }

    [Theory, InlineData(-1, 0.1, 1.0), InlineData(-1, 5, 5.0), InlineData(2, 5, 2.0)]
    public void A_rhythmic_delay_of_minus_1_in_layer_5_stands_for_that_of_layer_2(double deep, double shallow, double expected)
    {
        var parameters = HnnParameters.Default.With("t0_input_prox", 50).With("input_prox_A_delay_L5", deep).With("input_prox_A_delay_L2", shallow);

        var rhythm = ParameterDrives.Drives(parameters).Single(drive => drive.Name == "bursty1");

        Assert.Equal(expected, rhythm.Delays["L5_pyramidal"]);
        Assert.Equal(shallow, rhythm.Delays["L2_pyramidal"]);
    }

    [Fact]
    public void A_rhythm_ends_with_the_run()
    {
        var rhythm = Assert.IsType<BurstyDrive>(ParameterDrives.Drives(HnnParameters.Default.With("t0_input_dist", 50)).First());

        Assert.Equal(("bursty2", 50.0, 170.0), (rhythm.Name, rhythm.Start, rhythm.Stop));
    }

    [Fact]
    public void A_count_that_is_not_whole_is_an_error()
    {
        var fault = Assert.Throws<ArgumentException>(() => ParameterDrives.Drives(HnnParameters.Default.With("numspikes_evprox_1", 1.5)));

        Assert.Contains("'numspikes_evprox_1' is 1.5", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tonic_bias_needs_amplitude_start_and_end()
    {
        var whole = HnnParameters.Default.With("Itonic_A_L5Pyr_soma", 0.5).With("Itonic_t0_L5Pyr_soma", 10).With("Itonic_T_L5Pyr_soma", 90);
        var part = HnnParameters.Default.With("Itonic_A_L2Basket_soma", 0.5);

        Assert.Equal([new TonicBias("tonic", "L5_pyramidal", 0.5, "soma", 10, 90)], ParameterDrives.Biases(whole));
        var fault = Assert.Throws<ArgumentException>(() => ParameterDrives.Biases(part));
        Assert.Contains("Itonic_t0_L2Basket_soma and no Itonic_T_L2Basket_soma", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_drives_of_all_recorded_files_are_those_of_the_reference_in_both_modes()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        foreach (var recorded in ReferenceData.Json("params/drives_from_params_3x3_expected.json.gz").EnumerateObject())
        {
            var (file, mode) = (recorded.Name.Split('|')[0], recorded.Name.EndsWith("legacy_mode=True", StringComparison.Ordinal));
            var drives = ParameterDrives.Drives(ParameterFile.Load(ReferenceData.PathOf($"params/{file}")), mode);
            var expected = recorded.Value.GetProperty("external_drives").EnumerateObject().ToArray();
            Assert.Equal(expected.Select(drive => drive.Name), drives.Select(drive => drive.Name));
            foreach (var (each, drive) in expected.Zip(drives))
                AssertEqual(each.Value, drive);
        }
    }

    private static void AssertEqual(JsonElement expected, Drive actual)
    {
        var cells = expected.GetProperty("n_drive_cells").GetInt32();
        Assert.Equal(expected.GetProperty("type").GetString(), actual.Kind);
        Assert.Equal(expected.GetProperty("location").GetString(), actual.Location);
        Assert.Equal(expected.GetProperty("cell_specific").GetBoolean(), actual.CellSpecific);
        Assert.Equal(actual.CellSpecific ? null : cells, actual.CellCount);
        Assert.Equal(expected.GetProperty("event_seed").GetInt32() - expected.GetProperty("gid_range")[0].GetInt32(), actual.EventSeed);
        Assert.Equal(Table(expected.GetProperty("weights_ampa")), actual.AmpaWeights);
        Assert.Equal(Table(expected.GetProperty("weights_nmda")), actual.NmdaWeights);
        Assert.Equal(Table(expected.GetProperty("synaptic_delays")), actual.Delays);
        Assert.Equal(Statistics(expected.GetProperty("dynamics")), Statistics(actual));
    }

    private static string Statistics(Drive drive) => drive switch
    {
        EvokedDrive e => FormattableString.Invariant($"mu {e.Mu} sigma {e.Sigma} numspikes {e.SpikeCount}"),
        PoissonDrive p => FormattableString.Invariant($"tstart {p.Start} tstop {p.Stop} rate_constant ")
            + string.Join(" ", p.Rates.Select(rate => FormattableString.Invariant($"{rate.Key} {rate.Value}"))),
        BurstyDrive b => FormattableString.Invariant($"tstart {b.Start} tstart_std {b.StartStd} tstop {b.Stop} burst_rate {b.BurstRate} ")
            + FormattableString.Invariant($"burst_std {b.BurstStd} numspikes {b.SpikesPerBurst} spike_isi {b.SpikeInterval}"),
        _ => "",
    };

    private static string Statistics(JsonElement dynamics) => string.Join(" ", dynamics.EnumerateObject().Select(value => value.Value.ValueKind == JsonValueKind.Object
        ? $"{value.Name} {Statistics(value.Value)}"
        : FormattableString.Invariant($"{value.Name} {value.Value.AsDouble()}")));

    private static ImmutableSortedDictionary<string, double> Table(JsonElement table) =>
        Drive.NoValues.AddRange(table.EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, pair.Value.AsDouble())));
}
