using System.Collections.Immutable;

namespace Hnn.Core.Networks;

/// <summary>Says which cells are meant: a whole population or drive by name, or single gids. Immutable.</summary>
/// <example><c>net.Connect("L2_basket", new[] { 3, 4 }, …)</c></example>
public sealed class Gids
{
    private readonly string? _name;
    private readonly bool _perSource;
    private readonly ImmutableArray<ImmutableArray<int>> _lists;

    private Gids(string? name, ImmutableArray<ImmutableArray<int>> lists, bool perSource = false)
    {
        (_name, _lists, _perSource) = (name, lists, perSource);
    }

    /// <summary>All cells of a population or drive.</summary>
    /// <param name="name">Its name.</param>
    public static implicit operator Gids(string name) => new(name, []);

    /// <summary>One cell.</summary>
    /// <param name="gid">Its gid.</param>
    public static implicit operator Gids(int gid) => new(null, [[gid]]);

    /// <summary>The cells of a range.</summary>
    /// <param name="range">Their gids.</param>
    public static implicit operator Gids(GidRange range) => Of(range.Gids);

    /// <summary>Some cells.</summary>
    /// <param name="gids">Their gids, in the order of connection.</param>
    public static implicit operator Gids(int[] gids) => Of(gids);

    /// <summary>Some cells.</summary>
    /// <param name="gids">Their gids, in the order of connection.</param>
    public static Gids Of(IEnumerable<int> gids) => new(null, [[.. gids]]);

    /// <summary>Other targets for each source.</summary>
    /// <param name="gids">For each source, in order, the gids of its targets.</param>
    public static Gids PerSource(IEnumerable<IEnumerable<int>> gids) => new(null, [.. gids.Select(list => list.ToImmutableArray())], perSource: true);

    /// <summary>All gids meant in a network, list after list.</summary>
    internal ImmutableArray<int> In(IReadOnlyDictionary<string, GidRange> ranges, string parameter)
    {
        if (_name is not null && !ranges.ContainsKey(_name))
            throw Refusal.Of(parameter, $"There is no population '{_name}'.", $"The network has {string.Join(", ", ranges.Keys)}.", "Name one of these, or give gids.");
        ImmutableArray<int> gids = _name is not null ? [.. ranges[_name].Gids] : [.. _lists.SelectMany(list => list)];
        if (gids.IsEmpty)
        {
            throw Refusal.Of(
                parameter, _name is null ? "No gid was given." : $"'{_name}' has no cells.", "A connection has at least one source and one target.",
                "Give gids, or the name of a population that has cells.");
        }
        var stop = ranges.Values.Max(range => range.Stop);
        foreach (var gid in gids)
        {
            if (gid < 0 || gid >= stop)
                throw Refusal.Of(parameter, $"There is no cell with gid {gid}.", $"The network's gids go from 0 to {stop - 1}.", "Choose gids within these bounds.");
        }
        return gids;
    }

    /// <summary>The targets of each of some sources.</summary>
    internal IEnumerable<ImmutableArray<int>> ForEach(ImmutableArray<int> sources, IReadOnlyDictionary<string, GidRange> ranges, string parameter)
    {
        var all = In(ranges, parameter);
        if (!_perSource)
            return Enumerable.Repeat(all, sources.Length);
        return _lists.Length == sources.Length
            ? _lists
            : throw Refusal.Of(
                parameter, $"There are {sources.Length} sources, but {_lists.Length} lists of targets.", "Each source has a list of its own.",
                "Give as many lists as sources, or one list of gids for all.");
    }
}
