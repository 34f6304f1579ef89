using System.Collections.Immutable;
using Hnn.Core.Drives;

namespace Hnn.Core.Parameters;

/// <summary>The drives and tonic biases that a parameter set describes, as HNN's graphical interface made them.</summary>
/// <remarks>
/// Parameter sets know two rhythmic drives (<c>bursty1</c> proximal, <c>bursty2</c> distal), evoked drives (<c>evprox1</c> …,
/// <c>evdist1</c> …), Gaussian noise (<c>extgauss</c>) and Poisson noise (<c>extpois</c>). Delays of evoked and noise drives are fixed.
/// </remarks>
public static class ParameterDrives
{
    private const int GaussianSpikes = 50;
    private const int LegacySeedShift = -18;

    private static readonly (string CellType, string Short)[] Cells =
    [
        ("L2_basket", "L2Basket"), ("L2_pyramidal", "L2Pyr"), ("L5_basket", "L5Basket"), ("L5_pyramidal", "L5Pyr"),
    ];

    /// <summary>The drives, in the ordinal order of their names.</summary>
    /// <param name="parameters">The parameter set.</param>
    /// <param name="legacyMode">
    /// Whether to keep drives that are switched off by their times, to shift the seeds of evoked drives by -18, and to take the mean
    /// time of Gaussian noise for its synaptic delay, as hnn-core 0.6 does in its legacy mode. Default: false.
    /// </param>
    /// <returns>Drives with the seeds of the parameter set; a network adds the first gid of each drive to its seed.</returns>
    /// <exception cref="ArgumentException">A parameter that counts something is not a whole number.</exception>
    /// <exception cref="KeyNotFoundException">A parameter is missing.</exception>
    public static ImmutableArray<Drive> Drives(HnnParameters parameters, bool legacyMode = false)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var drives = Evoked(parameters, legacyMode)
            .Append(Rhythmic(parameters, "bursty1", "prox", "proximal", legacyMode))
            .Append(Rhythmic(parameters, "bursty2", "dist", "distal", legacyMode))
            .Append(Gaussian(parameters, legacyMode))
            .Append(Poisson(parameters, legacyMode));
        return [.. drives.OfType<Drive>().OrderBy(drive => drive.Name, StringComparer.Ordinal)];
    }

    /// <summary>The tonic biases, one per cell type that has one, in the order L2_basket, L2_pyramidal, L5_basket, L5_pyramidal.</summary>
    /// <param name="parameters">The parameter set; biases are the keys <c>Itonic_A_…_soma</c>, <c>Itonic_t0_…_soma</c> and <c>Itonic_T_…_soma</c>.</param>
    /// <exception cref="ArgumentException">Only some of the three parameters of a bias are given.</exception>
    public static ImmutableArray<TonicBias> Biases(HnnParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return [.. Cells.Select(cell => Bias(parameters, cell.CellType, cell.Short)).OfType<TonicBias>()];
    }

    private static TonicBias? Bias(HnnParameters p, string cellType, string cell)
    {
        var (amplitude, start, stop) = ($"Itonic_A_{cell}_soma", $"Itonic_t0_{cell}_soma", $"Itonic_T_{cell}_soma");
        string[] keys = [amplitude, start, stop];
        var missing = keys.Where(key => !p.Contains(key)).ToArray();
        return missing.Length switch
        {
            3 => null,
            0 => new TonicBias("tonic", cellType, p[amplitude], "soma", p[start], p[stop]),
            _ => throw new ArgumentException(
                $"The tonic bias of {cellType} has no {string.Join(" and no ", missing)}. It needs amplitude, start and end: give all three or none."),
        };
    }

    private static IEnumerable<Drive> Evoked(HnnParameters p, bool legacyMode)
    {
        foreach (var (side, location) in new[] { ("evprox", "proximal"), ("evdist", "distal") })
        {
            for (var i = 1; p.Contains($"t_{side}_{i}"); i++)
            {
                var synchronous = p["sync_evinput"] != 0;
                var drive = new EvokedDrive
                {
                    Name = $"{side}{i}",
                    Location = location,
                    Mu = p[$"t_{side}_{i}"],
                    Sigma = p[$"sigma_t_{side}_{i}"],
                    SpikeCount = Whole(p, $"numspikes_{side}_{i}"),
                    CellSpecific = !synchronous,
                    CellCount = synchronous ? 1 : null,
                    SpaceConstant = 3,
                    EventSeed = Whole(p, $"prng_seedcore_{side}_{i}") + (legacyMode ? LegacySeedShift : 0),
                };
                yield return WithSynapses(drive, p, $"gbar_{side}_{i}_*", cell => location == "proximal" && IsDeep(cell) ? 1 : 0.1);
            }
        }
    }

    private static Drive? Rhythmic(HnnParameters p, string name, string side, string location, bool legacyMode)
    {
        var (start, stop) = (p[$"t0_input_{side}"], Math.Min(p[$"tstop_input_{side}"], p["tstop"]));
        if (stop < start && !legacyMode)
            return null;
        var drive = new BurstyDrive
        {
            Name = name,
            Location = location,
            Start = start,
            StartStd = p[$"t0_input_stdev_{side}"],
            Stop = stop,
            BurstRate = p[$"f_input_{side}"],
            BurstStd = p[$"f_stdev_{side}"],
            SpikesPerBurst = Whole(p, $"events_per_cycle_{side}"),
            CellSpecific = false,
            CellCount = Whole(p, $"repeats_{side}"),
            SpaceConstant = 100,
            EventSeed = Whole(p, $"prng_seedcore_input_{side}"),
        };
        return WithSynapses(drive, p, $"input_{side}_A_weight_*", cell => RhythmicDelay(p, side, cell));
    }

    // A delay of -1 in layer 5 stands for that of layer 2, unless that one is the shortest, 0.1 ms: then for 1 ms.
    private static double RhythmicDelay(HnnParameters p, string side, string cell)
    {
        var (shallow, deep) = (p[$"input_{side}_A_delay_L2"], p[$"input_{side}_A_delay_L5"]);
        if (!IsDeep(cell))
            return shallow;
        return (deep, shallow) switch { (-1, 0.1) => 1, (-1, _) => shallow, _ => deep };
    }

    private static EvokedDrive? Gaussian(HnnParameters p, bool legacyMode)
    {
        var mu = p["L2Basket_Gauss_mu"];
        if (mu > p["tstop"] && !legacyMode)
            return null;
        return new EvokedDrive
        {
            Name = EvokedDrive.GaussianName,
            Location = "proximal",
            Mu = mu,
            Sigma = p["L2Basket_Gauss_sigma"],
            SpikeCount = GaussianSpikes,
            SpaceConstant = 100,
            EventSeed = Whole(p, "prng_seedcore_extgauss"),
            AmpaWeights = ByCell(cell => p[$"{cell}_Gauss_A_weight"]),
            Delays = ByCell(cell => legacyMode ? p[$"{cell}_Gauss_mu"] : NoiseDelay(cell)),
        };
    }

    private static Drive? Poisson(HnnParameters p, bool legacyMode)
    {
        var (start, stop) = (p["t0_pois"], p["T_pois"]);
        if (stop < start && !legacyMode)
            return null;
        var drive = new PoissonDrive
        {
            Name = "extpois",
            Location = "proximal",
            Start = Math.Max(0, start),
            Stop = Math.Max(0, stop),
            Rates = ByCell(cell => p[$"{cell}_Pois_lamtha"] is > 0 and var rate ? rate : 1),
            SpaceConstant = 100,
            EventSeed = Whole(p, "prng_seedcore_extpois"),
        };
        return WithSynapses(drive, p, "*_Pois_A_weight", NoiseDelay);
    }

    // Weights from the keys that a cell's name in place of the asterisk and a receptor behind it make, and delays for the cells that have them.
    private static Drive WithSynapses(Drive drive, HnnParameters p, string weightKey, Func<string, double> delay)
    {
        bool IsTarget(string cell) => p.Contains($"{Key(cell)}_ampa");
        string Key(string cell) => weightKey.Replace("*", cell, StringComparison.Ordinal);
        return drive with
        {
            AmpaWeights = ByCell(cell => p[$"{Key(cell)}_ampa"], IsTarget),
            NmdaWeights = ByCell(cell => p[$"{Key(cell)}_nmda"], IsTarget),
            Delays = ByCell(delay, IsTarget),
        };
    }

    private static ImmutableSortedDictionary<string, double> ByCell(Func<string, double> value, Func<string, bool>? isTarget = null) =>
        Cells.Where(cell => isTarget?.Invoke(cell.Short) ?? true)
            .ToImmutableSortedDictionary(cell => cell.CellType, cell => value(cell.Short), StringComparer.Ordinal);

    private static double NoiseDelay(string cell) => cell == "L2Pyr" ? 0.1 : 1;

    private static int Whole(HnnParameters p, string key) => p[key] is var value && value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue
        ? (int)value
        : throw new ArgumentException($"Parameter '{key}' is {p.Value(key)}, but it counts something. Give it a whole number.");

    private static bool IsDeep(string cell) => cell.StartsWith("L5", StringComparison.Ordinal);
}
