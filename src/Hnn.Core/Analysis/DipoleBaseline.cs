using System.Collections.Immutable;
using System.Diagnostics;

namespace Hnn.Core.Analysis;

/// <summary>The dipole of the resting network, which is subtracted from simulated ones: constants per pyramidal cell, fitted to the default network.</summary>
/// <remarks>Like the reference, they are used for every network, temperature and bias. Source: hnn-core 0.6, same order of operations, same bits.</remarks>
public static class DipoleBaseline
{
    private const double EarlyEnd = 37.0;
    private const double LateStart = 750.0;

    /// <summary>Subtracts the resting dipole from a layer's.</summary>
    /// <param name="layer">The layer; only <c>L2</c> and <c>L5</c> have a resting dipole.</param>
    /// <param name="raw">The layer's simulated dipole in fAm.</param>
    /// <param name="times">Sample times in ms, as many.</param>
    /// <param name="pyramidalCells">Number of pyramidal cells in the layer.</param>
    /// <returns>The corrected dipole in fAm.</returns>
    public static ImmutableArray<double> Subtract(string layer, ReadOnlySpan<double> raw, ReadOnlySpan<double> times, int pyramidalCells)
    {
        Debug.Assert(raw.Length == times.Length, "One value per time.");
        var corrected = new double[raw.Length];
        for (var i = 0; i < raw.Length; i++)
            corrected[i] = raw[i] - At(layer, times[i], pyramidalCells);
        return ImmutableArray.Create(corrected);
    }

    private static double At(string layer, double time, int cells) => layer switch
    {
        "L2" => cells * 0.0443,
        "L5" when time <= EarlyEnd => cells * -49.0502,
        "L5" when time < LateStart => cells * (3.4770508e-3 * time + -51.231085),
        "L5" => cells * (1.01e-4 * time + -48.412078),
        _ => 0,
    };
}
