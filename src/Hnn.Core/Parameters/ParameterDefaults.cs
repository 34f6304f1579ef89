namespace Hnn.Core.Parameters;

// ParameterDefaults: what a parameter is where a file does not say. Cells have the values of the standard column; everything
// that connects or drives them is off: weights are 0, and times lie behind the end.
// Source: the reference's defaults for missing parameters, which are not those of its bundled default file.
internal static class ParameterDefaults
{
    private static readonly string[] Cells = ["L2Basket", "L2Pyr", "L5Pyr", "L5Basket"];
    private static readonly string[] Receptors = ["ampa", "nmda"];
    private static readonly string[] LocalConnections =
    [
        "L2Pyr_L2Pyr_ampa", "L2Pyr_L2Pyr_nmda", "L2Basket_L2Pyr_gabaa", "L2Basket_L2Pyr_gabab",
        "L2Pyr_L2Basket", "L2Basket_L2Basket",
        "L5Pyr_L5Pyr_ampa", "L5Pyr_L5Pyr_nmda", "L2Pyr_L5Pyr", "L2Basket_L5Pyr", "L5Basket_L5Pyr_gabaa", "L5Basket_L5Pyr_gabab",
        "L5Basket_L5Basket", "L5Pyr_L5Basket", "L2Pyr_L5Basket",
    ];

    // The defaults for a file with these keys: they tell how many evoked drives there are.
    public static IEnumerable<KeyValuePair<string, ParameterValue>> For(IEnumerable<string> keys)
    {
        var starts = keys.Where(key => key.StartsWith("t_", StringComparison.Ordinal)).Distinct().ToArray();
        var proximal = starts.Count(key => key.Contains("evprox", StringComparison.Ordinal));
        var distal = starts.Count(key => !key.Contains("evprox", StringComparison.Ordinal) && key.Contains("evdist", StringComparison.Ordinal));
        return
        [
            .. General(), .. NoiseDrives(), .. LocalWeights(), .. RhythmicDrive("prox"), .. RhythmicDrive("dist"),
            .. L2Pyramidal(), .. L5Pyramidal(),
            .. Enumerable.Range(1, proximal).SelectMany(i => EvokedDrive($"evprox_{i}", ["L2Pyr", "L5Pyr", "L2Basket", "L5Basket"])),
            .. Enumerable.Range(1, distal).SelectMany(i => EvokedDrive($"evdist_{i}", ["L2Pyr", "L5Pyr", "L2Basket"])),
        ];
    }

    // The run (ms, °C, mV; random seeds), the grid of pyramidal cells, evoked drives in common, analysis (Hz, ms) and what is recorded.
    private static Dictionary<string, ParameterValue> General() => new()
    {
        ["sim_prefix"] = "default",
        ["tstop"] = 250, ["dt"] = 0.025, ["celsius"] = 37, ["threshold"] = 0, ["N_trials"] = 1,
        ["N_pyr_x"] = 1, ["N_pyr_y"] = 1,
        ["dt_evprox0_evdist"] = -1, ["dt_evprox0_evprox1"] = -1, ["sync_evinput"] = 1, ["inc_evinput"] = 0,
        ["save_spec_data"] = 0, ["f_max_spec"] = 40, ["spec_cmap"] = "jet",
        ["dipole_scalefctr"] = 30e3, ["dipole_smooth_win"] = 15,
        ["save_figs"] = 0, ["save_dpl"] = 0,
        ["record_vsoma"] = 0, ["record_isoma"] = 0, ["record_vsec"] = 0, ["record_isec"] = 0, ["record_ca"] = 0,
        ["prng_seedcore_extpois"] = 0, ["prng_seedcore_extgauss"] = 0, ["t0_pois"] = 0, ["T_pois"] = -1,
    };

    // Gaussian noise (weight in µS, mean time and standard deviation in ms) and Poisson noise (weights in µS, rate in Hz) of each cell type.
    private static IEnumerable<KeyValuePair<string, ParameterValue>> NoiseDrives()
    {
        var sigmas = new Dictionary<string, double> { ["L2Basket"] = 3.6, ["L2Pyr"] = 3.6, ["L5Pyr"] = 4.8, ["L5Basket"] = 2 };
        foreach (var cell in Cells)
        {
            yield return new($"{cell}_Gauss_A_weight", 0);
            yield return new($"{cell}_Gauss_mu", 2000);
            yield return new($"{cell}_Gauss_sigma", sigmas[cell]);
            yield return new($"{cell}_Pois_A_weight_ampa", 0);
            yield return new($"{cell}_Pois_A_weight_nmda", 0);
            yield return new($"{cell}_Pois_lamtha", 0);
        }
    }

    // Weights in µS: from, to, receptor.
    private static IEnumerable<KeyValuePair<string, ParameterValue>> LocalWeights() =>
        LocalConnections.Select(pair => new KeyValuePair<string, ParameterValue>($"gbar_{pair}", 0));

    // Bursts: start and end in ms, rate in Hz, jitter in ms, spikes per burst, drive cells, delays in ms, weights in µS.
    private static IEnumerable<KeyValuePair<string, ParameterValue>> RhythmicDrive(string side)
    {
        yield return new($"distribution_{side}", "normal");
        yield return new($"t0_input_{side}", 1000);
        yield return new($"tstop_input_{side}", 250);
        yield return new($"f_input_{side}", 10);
        yield return new($"f_stdev_{side}", 20);
        yield return new($"events_per_cycle_{side}", 2);
        yield return new($"repeats_{side}", 10);
        yield return new($"t0_input_stdev_{side}", 0);
        yield return new($"input_{side}_A_delay_L2", side == "prox" ? 0.1 : 5);
        yield return new($"input_{side}_A_delay_L5", side == "prox" ? 1 : 5);
        yield return new($"prng_seedcore_input_{side}", 0);
        foreach (var cell in Cells.Where(cell => side == "prox" || cell != "L5Basket"))
        {
            foreach (var receptor in Receptors)
                yield return new($"input_{side}_A_weight_{cell}_{receptor}", 0);
        }
    }

    // A volley: weights in µS, mean time and standard deviation in ms, seed, spikes per drive cell.
    private static IEnumerable<KeyValuePair<string, ParameterValue>> EvokedDrive(string drive, string[] targets)
    {
        foreach (var target in targets)
        {
            foreach (var receptor in Receptors)
                yield return new($"gbar_{drive}_{target}_{receptor}", 0);
        }
        yield return new($"t_{drive}", 0);
        yield return new($"sigma_t_{drive}", 0);
        yield return new($"prng_seedcore_{drive}", 0);
        yield return new($"numspikes_{drive}", 1);
    }

    // Cells: L and diam in µm, cm in µF/cm², Ra in Ω·cm; conductances in S/cm², those of ca, kca and km in pS/µm²; el in mV, taur in ms.
    private static IEnumerable<KeyValuePair<string, ParameterValue>> L2Pyramidal() => OfCell("L2Pyr", new()
    {
        ["soma_L"] = 22.1, ["soma_diam"] = 23.4, ["soma_cm"] = 0.6195, ["soma_Ra"] = 200, ["dend_cm"] = 0.6195, ["dend_Ra"] = 200,
        ["apicaltrunk_L"] = 59.5, ["apicaltrunk_diam"] = 4.25, ["apical1_L"] = 306, ["apical1_diam"] = 4.08,
        ["apicaltuft_L"] = 238, ["apicaltuft_diam"] = 3.4, ["apicaloblique_L"] = 340, ["apicaloblique_diam"] = 3.91,
        ["basal1_L"] = 85, ["basal1_diam"] = 4.25, ["basal2_L"] = 255, ["basal2_diam"] = 2.72, ["basal3_L"] = 255, ["basal3_diam"] = 2.72,
        ["ampa_mechname"] = "Exp2Syn", ["gabab_mechname"] = "Exp2Syn",
        ["soma_gkbar_hh2"] = 0.01, ["soma_gnabar_hh2"] = 0.18, ["soma_el_hh2"] = -65, ["soma_gl_hh2"] = 4.26e-5, ["soma_gbar_km"] = 250,
        ["dend_gkbar_hh2"] = 0.01, ["dend_gnabar_hh2"] = 0.15, ["dend_el_hh2"] = -65, ["dend_gl_hh2"] = 4.26e-5, ["dend_gbar_km"] = 250,
    });

    private static IEnumerable<KeyValuePair<string, ParameterValue>> L5Pyramidal() => OfCell("L5Pyr", new()
    {
        ["soma_L"] = 39, ["soma_diam"] = 28.9, ["soma_cm"] = 0.85, ["soma_Ra"] = 200, ["dend_cm"] = 0.85, ["dend_Ra"] = 200,
        ["apicaltrunk_L"] = 102, ["apicaltrunk_diam"] = 10.2, ["apical1_L"] = 680, ["apical1_diam"] = 7.48,
        ["apical2_L"] = 680, ["apical2_diam"] = 4.93, ["apicaltuft_L"] = 425, ["apicaltuft_diam"] = 3.4,
        ["apicaloblique_L"] = 255, ["apicaloblique_diam"] = 5.1,
        ["basal1_L"] = 85, ["basal1_diam"] = 6.8, ["basal2_L"] = 255, ["basal2_diam"] = 8.5, ["basal3_L"] = 255, ["basal3_diam"] = 8.5,
        ["soma_gkbar_hh2"] = 0.01, ["soma_gnabar_hh2"] = 0.16, ["soma_el_hh2"] = -65, ["soma_gl_hh2"] = 4.26e-5,
        ["soma_gbar_ca"] = 60, ["soma_taur_cad"] = 20, ["soma_gbar_kca"] = 2e-4, ["soma_gbar_km"] = 200, ["soma_gbar_cat"] = 2e-4, ["soma_gbar_ar"] = 1e-6,
        ["dend_gkbar_hh2"] = 0.01, ["dend_gnabar_hh2"] = 0.14, ["dend_el_hh2"] = -71, ["dend_gl_hh2"] = 4.26e-5,
        ["dend_gbar_ca"] = 60, ["dend_taur_cad"] = 20, ["dend_gbar_kca"] = 2e-4, ["dend_gbar_km"] = 200, ["dend_gbar_cat"] = 2e-4, ["dend_gbar_ar"] = 1e-6,
    });

    // Synapses: reversal potential in mV, rise and decay time in ms; the same for both pyramidal cells.
    private static IEnumerable<KeyValuePair<string, ParameterValue>> OfCell(string cell, Dictionary<string, ParameterValue> values)
    {
        foreach (var (receptor, reversal, rise, decay) in new[]
        {
            ("ampa", 0.0, 0.5, 5.0), ("nmda", 0.0, 1.0, 20.0), ("gabaa", -80.0, 0.5, 5.0), ("gabab", -80.0, 1.0, 20.0),
        })
        {
            values[$"{receptor}_e"] = reversal;
            values[$"{receptor}_tau1"] = rise;
            values[$"{receptor}_tau2"] = decay;
        }
        return values.Select(pair => new KeyValuePair<string, ParameterValue>($"{cell}_{pair.Key}", pair.Value));
    }
}
