using System.Collections.Immutable;

namespace Hnn.Core.Results;

/// <summary>All spikes of one trial in three columns of equal length: when, whose, and of what type. Immutable.</summary>
public sealed class SpikeTable
{
    /// <summary>Makes a table of its columns.</summary>
    /// <param name="times">Times in ms; finite.</param>
    /// <param name="gids">Gids of the cells or drive cells; not negative.</param>
    /// <param name="types">Their cell types or drives; empty where the type is not known.</param>
    /// <exception cref="ArgumentException">The columns differ in length or hold what they may not.</exception>
    public SpikeTable(ImmutableArray<double> times, ImmutableArray<int> gids, ImmutableArray<string> types)
    {
        if (times.IsDefault || gids.IsDefault || types.IsDefault || gids.Length != times.Length || types.Length != times.Length)
            throw new ArgumentException("The columns of a spike table differ in length. Pass one time, one gid and one type per spike.");
        if (times.Any(time => !double.IsFinite(time)) || gids.Any(gid => gid < 0) || types.Any(type => type is null))
            throw new ArgumentException("A spike's time is not finite, its gid negative or its type null. Pass ordinary numbers and names.");
        (Times, Gids, Types) = (times, gids, types);
    }

    /// <summary>A trial without a spike.</summary>
    public static SpikeTable Empty { get; } = new([], [], []);

    /// <summary>Spike times in ms. Shape: [spikes].</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>Gid of each spike's cell. Shape: [spikes].</summary>
    public ImmutableArray<int> Gids { get; }

    /// <summary>Cell type or drive of each spike, for example <c>L5_pyramidal</c> or <c>evprox1</c>. Shape: [spikes].</summary>
    public ImmutableArray<string> Types { get; }

    /// <summary>Number of spikes.</summary>
    public int Count => Times.Length;

    /// <summary>Times of the spikes of one type, in the table's order.</summary>
    /// <param name="type">Name of a cell type or drive.</param>
    public ImmutableArray<double> TimesOf(string type) => [.. Times.Where((_, spike) => Types[spike] == type)];
}
