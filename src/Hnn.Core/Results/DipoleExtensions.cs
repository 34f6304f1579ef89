using System.Collections.Immutable;

namespace Hnn.Core.Results;

/// <summary>What can be asked of several dipoles at once.</summary>
public static partial class DipoleExtensions
{
    /// <summary>Averages trials, layer by layer.</summary>
    /// <param name="dipoles">At least one; single trials with the same times, layers and scale.</param>
    /// <returns>A dipole whose <see cref="Dipole.TrialCount"/> is the number of trials; the trials are unchanged.</returns>
    /// <exception cref="ArgumentException">There is none, they differ in times, layers or scale, or one is an average already.</exception>
    public static Dipole Average(this IEnumerable<Dipole> dipoles)
    {
        var trials = CheckedAlike(dipoles);
        foreach (var (index, trial) in trials.Index())
        {
            if (trial.TrialCount > 1)
                throw new ArgumentException($"Dipole {index} is already an average of {trial.TrialCount} trials. Average the single trials instead.", nameof(dipoles));
        }

        return new Dipole(
            trials[0].Times,
            trials[0].Layers.Select(layer => KeyValuePair.Create(layer, Mean([.. trials.Select(trial => trial[layer])]))),
            trials.Length,
            trials[0].ScaleApplied);
    }

    /// <summary>Each dipole scaled and, if a window in ms is given, then smoothed.</summary>
    internal static ImmutableArray<Dipole> ScaledAndSmoothed(this ImmutableArray<Dipole> dipoles, double scaleFactor, double? smoothingWindow) =>
        [.. dipoles.Select(dipole => dipole.Scaled(scaleFactor)).Select(scaled => smoothingWindow is { } window ? scaled.Smoothed(window) : scaled)];

    private static Dipole[] CheckedAlike(IEnumerable<Dipole> dipoles)
    {
        ArgumentNullException.ThrowIfNull(dipoles);
        var trials = dipoles.ToArray();
        if (trials.Length == 0)
            throw new ArgumentException("There is no dipole to average. Pass at least one trial.", nameof(dipoles));
        for (var trial = 1; trial < trials.Length; trial++)
            CheckLike(trials[0], trials[trial], trial);
        return trials;
    }

    private static void CheckLike(Dipole first, Dipole other, int trial)
    {
        if (!other.Layers.SequenceEqual(first.Layers) || !other.Times.SequenceEqual(first.Times))
            throw new ArgumentException($"Dipole {trial} has other times or layers than the first. Resample it, or average those alike.");
        if (other.ScaleApplied != first.ScaleApplied)
            throw new ArgumentException($"Dipole {trial} is scaled by {other.ScaleApplied}, the first by {first.ScaleApplied}. Scale all alike.");
    }

    private static ImmutableArray<double> Mean(ImmutableArray<double>[] trials)
    {
        var sum = trials[0].ToArray();
        foreach (var trial in trials.AsSpan(1))
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += trial[i];
        }

        return [.. sum.Select(value => value / trials.Length)];
    }
}
