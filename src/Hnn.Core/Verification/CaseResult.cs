using System.Collections.Immutable;

namespace Hnn.Core.Verification;

/// <summary>How a recorded simulation compares with its replay. Immutable.</summary>
public sealed record CaseResult
{
    /// <summary>Name of the case: its folder relative to the folder that was searched, or the folder's own name.</summary>
    public required string Name { get; init; }

    /// <summary>Path of the case's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether there is no fault, at least one comparison, and all comparisons passed.</summary>
    public bool Passed => Faults.IsEmpty && !Comparisons.IsEmpty && Comparisons.All(comparison => comparison.Passed);

    /// <summary>Whether the case passed only because a dipole's difference is not above what the reference's own rounding makes (see <see cref="Comparison.Floor"/>).</summary>
    public bool IsWithinRounding => Passed && Comparisons.Any(comparison => comparison.IsWithinRounding);

    /// <summary>Number of recorded spikes of all trials, of cells and drives; null if none could be compared.</summary>
    public int? SpikesRecorded { get; init; }

    /// <summary>How many of <see cref="SpikesRecorded"/> the replay has too: same trial, gid and time up to 1e-6 ms.</summary>
    public int? SpikesEqual { get; init; }

    /// <summary>Largest difference of a raw dipole, as a fraction of its column's peak; null if none could be compared.</summary>
    public double? DipoleError { get; init; }

    /// <summary>Where <see cref="DipoleError"/> is, for example <c>dipole_trial1, L5 at 93.4 ms</c>; null if none could be compared.</summary>
    public string? DipoleErrorAt { get; init; }

    /// <summary>Every comparison, spikes and dipoles among them, in a fixed order.</summary>
    public ImmutableArray<Comparison> Comparisons { get; init; } = [];

    /// <summary>What could have been compared, but was not recorded; neither good nor bad.</summary>
    public ImmutableArray<string> NotRecorded { get; init; } = [];

    /// <summary>Why the case, or a part of it, could not be compared: missing or malformed files, settings that cannot be replayed.</summary>
    public ImmutableArray<string> Faults { get; init; } = [];

    /// <summary>Time that the simulation took, without reading and comparing.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>SHA-256 over the exact bits of all the simulation's results (see <see cref="Verification.OutputHash"/>); null if it was not simulated.</summary>
    public string? OutputHash { get; init; }
}
