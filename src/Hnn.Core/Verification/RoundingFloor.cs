using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Verification;

/// <summary>How far the reference's own rounding may have taken a recorded dipole.</summary>
/// <remarks>
/// The reference takes conductances as difference quotients, which rounds them by about 1e-11. A cell that only just spikes may amplify
/// that so far that a dipole is off by more than the tolerance although every spike is the same. Where a dipole differs and nothing else
/// does, the case is simulated again with such rounding, once for each current's reversal potential; a difference no larger than what
/// that makes of the dipole says nothing about the model. It is told apart from a plain agreement in the result.
/// </remarks>
internal sealed class RoundingFloor(Network net, SimulationOptions options, CaseComparison comparison)
{
    // Reversal potentials of the potassium, sodium and calcium currents, in mV: their rounding differs most.
    private static readonly ImmutableArray<double> _reversals = [-77, 50, 132];

    // Rounding never explains more than this part of the peak.
    private const double Ceiling = 1e-7;

    /// <summary>Whether dipoles, and only dipoles, differ.</summary>
    public static bool IsNeeded(CaseResult result) =>
        result is { Passed: false, Faults.IsEmpty: true } && result.Comparisons.All(item => item.Passed || IsDipole(item));

    /// <summary>The result with the floor of every dipole that differs.</summary>
    /// <exception cref="OperationCanceledException">The measurement was ended early.</exception>
    public CaseResult Measured(CaseResult result, SimulationResult plain, CancellationToken cancellation)
    {
        var rounded = _reversals
            .Select(reversal => net.Simulate(options with { RoundingReversal = reversal }, cancellation: cancellation))
            .ToImmutableArray();
        return result with
        {
            Comparisons = [.. result.Comparisons.Select(item => item.Passed ? item : item with { Floor = rounded.Max(other => Distance(item, plain, other)) })],
        };
    }

    private static bool IsDipole(Comparison item) => item.Subject.StartsWith("dipole_", StringComparison.Ordinal) && item.Subject.Contains("trial", StringComparison.Ordinal);

    private double Distance(Comparison item, SimulationResult plain, SimulationResult rounded)
    {
        var (one, other) = (DipoleOf(item, plain), DipoleOf(item, rounded));
        return Math.Min(Ceiling, one.Layers.Max(layer => one[layer].Zip(other[layer], (x, y) => Math.Abs(x - y)).Max() / one[layer].Max(Math.Abs)));
    }

    private Dipole DipoleOf(Comparison item, SimulationResult result)
    {
        var trial = int.Parse(item.Subject.AsSpan(item.Subject.LastIndexOf("trial", StringComparison.Ordinal) + "trial".Length), CultureInfo.InvariantCulture);
        var dipole = result.Dipoles[trial];
        return item.Subject.StartsWith("dipole_post", StringComparison.Ordinal) ? comparison.Postprocessed(dipole) : dipole;
    }
}
