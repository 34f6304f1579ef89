using Hnn.Core.Parameters;

namespace Hnn.Core.Tests.Parameters;

public class HnnParametersTests
{
    [Fact]
    public void Unset_parameters_have_the_standard_cells_but_no_connections_and_no_drives()
    {
        var unset = HnnParameters.Unset;

        Assert.Equal(680, unset["L5Pyr_apical1_L"]);
        Assert.Equal("Exp2Syn", unset.Text("L2Pyr_ampa_mechname"));
        Assert.All(unset.Matching("gbar_*"), weight => Assert.Equal(0, weight.Value.Number));
        Assert.Empty(unset.Matching("*evprox_*"));
    }

    [Fact]
    public void The_default_column_differs_from_the_unset_one_in_size_weights_and_evoked_drives()
    {
        Assert.Equal(10, HnnParameters.Default["N_pyr_x"]);
        Assert.Equal(0.05, HnnParameters.Default["gbar_L2Basket_L2Pyr_gabaa"]);
        Assert.Equal(26.61, HnnParameters.Default["t_evprox_1"]);
        Assert.Equal(137.12, HnnParameters.Default["t_evprox_2"]);
        Assert.Equal(63.53, HnnParameters.Default["t_evdist_1"]);
    }

    [Fact]
    public void A_pattern_finds_the_keys_it_matches()
    {
        var found = HnnParameters.Default.Matching("L2Pyr_soma_?m");

        Assert.Equal(["L2Pyr_soma_cm"], found.Select(pair => pair.Key));
        Assert.Empty(HnnParameters.Default.Matching("l2pyr_*"));
    }

    [Fact]
    public void A_pattern_sets_all_keys_it_matches_in_a_copy()
    {
        var changed = HnnParameters.Default.With("gbar_evprox_1_*_nmda", 0.01);

        Assert.Equal(4, changed.Matching("gbar_evprox_1_*_nmda").Count(pair => pair.Value.Number == 0.01));
        Assert.Equal(0, HnnParameters.Default["gbar_evprox_1_L2Pyr_nmda"]);
    }

    [Theory, InlineData("t_evprox_3"), InlineData("Itonic_A_L5Pyr_soma"), InlineData("L5Pyr_nmda_Alpha"), InlineData("gbar_evdist_12_L5Pyr_ampa")]
    public void A_key_that_only_some_sets_have_can_be_added(string key)
    {
        Assert.Equal(3, HnnParameters.Default.With(key, 3)[key]);
    }

    [Fact]
    public void The_time_of_a_further_evoked_drive_brings_the_drives_other_parameters()
    {
        var parameters = HnnParameters.Default.With("t_evprox_3", 150);

        Assert.Equal(0, parameters["gbar_evprox_3_L5Basket_nmda"]);
        Assert.Equal("evprox3", ParameterDrives.Drives(parameters)[^1].Name);
    }

    [Fact]
    public void A_misspelt_key_is_an_error_that_suggests_the_right_one()
    {
        var reading = Assert.Throws<KeyNotFoundException>(() => HnnParameters.Default["celsuis"]);
        var setting = Assert.Throws<ArgumentException>(() => HnnParameters.Default.With("gbar_L2pyr_L5Pyr", 1));

        Assert.Contains("There is no parameter 'celsuis'. Is 'celsius' meant?", reading.Message, StringComparison.Ordinal);
        Assert.Contains("Is 'gbar_L2Pyr_L5Pyr' meant?", setting.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => HnnParameters.Default.With("celsius", "warm"));
        Assert.Throws<ArgumentException>(() => HnnParameters.Default.With("celsius", double.NaN));
        Assert.Throws<ArgumentException>(() => HnnParameters.Default.With("sim_prefix", 1));
        Assert.Throws<ArgumentException>(() => HnnParameters.From([new("tstop", double.PositiveInfinity)]));
        Assert.Throws<KeyNotFoundException>(() => HnnParameters.Default["sim_prefix"]);
        Assert.Throws<KeyNotFoundException>(() => HnnParameters.Default.Text("celsius"));
    }

    [Fact]
    public void Unknown_keys_are_dropped_and_missing_ones_filled()
    {
        var parameters = HnnParameters.From([new("tstop", 60), new("t_evdist_1", 20), new("expmt_groups", "{a}")]);

        Assert.Equal(60, parameters["tstop"]);
        Assert.Equal(1, parameters["numspikes_evdist_1"]);
        Assert.False(parameters.Contains("expmt_groups"));
        Assert.False(parameters.Contains("t_evprox_1"));
    }

    [Fact]
    public void Sets_with_equal_values_are_equal()
    {
        var (one, other) = (HnnParameters.Default.With("tstop", 60), HnnParameters.Default.With("tstop", 60));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, HnnParameters.Default);
    }
}
