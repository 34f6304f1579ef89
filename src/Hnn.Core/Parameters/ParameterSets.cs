namespace Hnn.Core.Parameters;

/// <summary>Parameter sets that come with the library, given as what differs from <see cref="HnnParameters.Unset"/>.</summary>
/// <remarks>Source: the parameter files default.json, N20.json and gamma_L5weak_L2weak.json of hnn-core 0.6.</remarks>
public static class ParameterSets
{
    /// <summary>The standard column of 10 by 10 minicolumns (Jones 2009), with two proximal and one distal evoked drives; 170 ms.</summary>
    public static HnnParameters Default { get; } = HnnParameters.From(new Dictionary<string, ParameterValue>
    {
        ["tstop"] = 170, ["N_pyr_x"] = 10, ["N_pyr_y"] = 10,
        ["gbar_L2Pyr_L2Pyr_ampa"] = 0.0005, ["gbar_L2Pyr_L2Pyr_nmda"] = 0.0005, ["gbar_L2Basket_L2Pyr_gabaa"] = 0.05,
        ["gbar_L2Basket_L2Pyr_gabab"] = 0.05, ["gbar_L2Pyr_L2Basket"] = 0.0005, ["gbar_L2Basket_L2Basket"] = 0.02,
        ["gbar_L5Pyr_L5Pyr_ampa"] = 0.0005, ["gbar_L5Pyr_L5Pyr_nmda"] = 0.0005, ["gbar_L2Pyr_L5Pyr"] = 0.00025,
        ["gbar_L2Basket_L5Pyr"] = 0.001, ["gbar_L5Basket_L5Pyr_gabaa"] = 0.025, ["gbar_L5Basket_L5Pyr_gabab"] = 0.025,
        ["gbar_L5Basket_L5Basket"] = 0.02, ["gbar_L5Pyr_L5Basket"] = 0.0005, ["gbar_L2Pyr_L5Basket"] = 0.00025,
        ["tstop_input_prox"] = 1001, ["tstop_input_dist"] = 1001, ["sync_evinput"] = false, ["f_max_spec"] = 100,
        ["dipole_scalefctr"] = 3000, ["dipole_smooth_win"] = 30,
        ["prng_seedcore_input_prox"] = 2, ["prng_seedcore_input_dist"] = 2, ["prng_seedcore_extpois"] = 2,
        ["prng_seedcore_extgauss"] = 2,
        ["gbar_evprox_1_L2Pyr_ampa"] = 0.01525, ["gbar_evprox_1_L5Pyr_ampa"] = 0.00865, ["gbar_evprox_1_L2Basket_ampa"] = 0.08831,
        ["gbar_evprox_1_L5Basket_ampa"] = 0.19934, ["t_evprox_1"] = 26.61, ["sigma_t_evprox_1"] = 2.47,
        ["prng_seedcore_evprox_1"] = 2,
        ["gbar_evprox_2_L2Pyr_ampa"] = 1.43884, ["gbar_evprox_2_L5Pyr_ampa"] = 0.684013, ["gbar_evprox_2_L2Basket_ampa"] = 3e-6,
        ["gbar_evprox_2_L5Basket_ampa"] = 0.008958, ["t_evprox_2"] = 137.12, ["sigma_t_evprox_2"] = 8.33,
        ["prng_seedcore_evprox_2"] = 2,
        ["gbar_evdist_1_L2Pyr_ampa"] = 7e-6, ["gbar_evdist_1_L2Pyr_nmda"] = 0.004317, ["gbar_evdist_1_L5Pyr_ampa"] = 0.1423,
        ["gbar_evdist_1_L5Pyr_nmda"] = 0.080074, ["gbar_evdist_1_L2Basket_ampa"] = 0.006562,
        ["gbar_evdist_1_L2Basket_nmda"] = 0.019482, ["t_evdist_1"] = 63.53, ["sigma_t_evdist_1"] = 3.85,
        ["prng_seedcore_evdist_1"] = 2,
    });

    /// <summary>The early somatosensory response to stimulation of the median nerve: one proximal and two distal evoked drives, each the same for all cells; 170 ms.</summary>
    public static HnnParameters N20 { get; } = HnnParameters.From(new Dictionary<string, ParameterValue>
    {
        ["tstop"] = 170, ["N_pyr_x"] = 10, ["N_pyr_y"] = 10,
        ["gbar_L2Pyr_L2Pyr_ampa"] = 0.0002, ["gbar_L2Pyr_L2Pyr_nmda"] = 0.0002, ["gbar_L2Basket_L2Pyr_gabaa"] = 0.05,
        ["gbar_L2Basket_L2Pyr_gabab"] = 0.05, ["gbar_L2Pyr_L2Basket"] = 0.0005, ["gbar_L2Basket_L2Basket"] = 0.02,
        ["gbar_L5Pyr_L5Pyr_ampa"] = 0.001, ["gbar_L5Pyr_L5Pyr_nmda"] = 0.0005, ["gbar_L2Pyr_L5Pyr"] = 0.0002,
        ["gbar_L2Basket_L5Pyr"] = 0.002, ["gbar_L5Basket_L5Pyr_gabaa"] = 0.02, ["gbar_L5Basket_L5Pyr_gabab"] = 0.06,
        ["gbar_L5Basket_L5Basket"] = 0.02, ["gbar_L5Pyr_L5Basket"] = 0.0005, ["gbar_L2Pyr_L5Basket"] = 0.00025,
        ["t0_input_prox"] = 50, ["tstop_input_prox"] = 710, ["t0_input_dist"] = 50, ["tstop_input_dist"] = 710,
        ["dipole_scalefctr"] = 12, ["dipole_smooth_win"] = 20, ["N_trials"] = 100,
        ["prng_seedcore_input_prox"] = 4, ["prng_seedcore_input_dist"] = 4, ["prng_seedcore_extpois"] = 4,
        ["prng_seedcore_extgauss"] = 4,
        ["gbar_evprox_1_L2Pyr_ampa"] = 0.0025, ["gbar_evprox_1_L5Pyr_ampa"] = 0.001, ["gbar_evprox_1_L2Basket_ampa"] = 0.003,
        ["gbar_evprox_1_L2Basket_nmda"] = 0.003, ["gbar_evprox_1_L5Basket_ampa"] = 0.004, ["gbar_evprox_1_L5Basket_nmda"] = 0.004,
        ["t_evprox_1"] = 20, ["sigma_t_evprox_1"] = 3, ["prng_seedcore_evprox_1"] = 4,
        ["gbar_evdist_1_L2Pyr_ampa"] = 0.0045, ["gbar_evdist_1_L2Pyr_nmda"] = 0.0045, ["gbar_evdist_1_L5Pyr_ampa"] = 0.001,
        ["gbar_evdist_1_L5Pyr_nmda"] = 0.001, ["gbar_evdist_1_L2Basket_ampa"] = 0.003, ["gbar_evdist_1_L2Basket_nmda"] = 0.003,
        ["t_evdist_1"] = 32, ["sigma_t_evdist_1"] = 3, ["prng_seedcore_evdist_1"] = 4,
        ["gbar_evdist_2_L2Pyr_ampa"] = 0.0045, ["gbar_evdist_2_L2Pyr_nmda"] = 0.0045, ["gbar_evdist_2_L5Pyr_ampa"] = 0.001,
        ["gbar_evdist_2_L5Pyr_nmda"] = 0.001, ["gbar_evdist_2_L2Basket_ampa"] = 0.003, ["gbar_evdist_2_L2Basket_nmda"] = 0.003,
        ["t_evdist_2"] = 82, ["sigma_t_evdist_2"] = 3,
    });

    /// <summary>Gamma rhythms by pyramidal-interneuronal interplay, weak in both layers: Poisson drives, no rhythmic or evoked input before 2000 ms; 250 ms.</summary>
    public static HnnParameters GammaL5WeakL2Weak { get; } = HnnParameters.From(new Dictionary<string, ParameterValue>
    {
        ["N_pyr_x"] = 10, ["N_pyr_y"] = 10, ["L2Pyr_Pois_A_weight_ampa"] = 0.0008, ["L2Pyr_Pois_lamtha"] = 140,
        ["L5Pyr_Pois_A_weight_ampa"] = 0.0075, ["L5Pyr_Pois_lamtha"] = 40,
        ["gbar_L2Basket_L2Pyr_gabaa"] = 0.007, ["gbar_L2Pyr_L2Basket"] = 0.0012, ["gbar_L2Basket_L2Basket"] = 0.01,
        ["gbar_L5Basket_L5Pyr_gabaa"] = 0.08, ["gbar_L5Basket_L5Basket"] = 0.0075, ["gbar_L5Pyr_L5Basket"] = 0.00091,
        ["save_spec_data"] = 1, ["f_max_spec"] = 100, ["dipole_smooth_win"] = 0, ["prng_seedcore_extpois"] = -3,
        ["T_pois"] = 250, ["t_evprox_1"] = 2000, ["sigma_t_evprox_1"] = 2.5, ["t_evprox_2"] = 2000, ["sigma_t_evprox_2"] = 7,
        ["t_evdist_1"] = 2000, ["sigma_t_evdist_1"] = 6,
    });
}
