using System.Collections.Immutable;

namespace Hnn.Core.Simulation;

/// <summary>Where a quantity is recorded besides dipoles and spikes. Immutable.</summary>
public sealed class Record
{
    private readonly string _text;

    private Record(string text, ImmutableArray<(int Gid, string Section)> places)
    {
        _text = text;
        Places = places;
    }

    /// <summary>Nowhere.</summary>
    public static Record None { get; } = new("none", []);

    /// <summary>At the soma of every cell.</summary>
    public static Record Soma { get; } = new("soma", []);

    /// <summary>In the middle of every section of every cell.</summary>
    public static Record All { get; } = new("all", []);

    /// <summary>The places of <see cref="Chosen"/>; empty for the others.</summary>
    public ImmutableArray<(int Gid, string Section)> Places { get; }

    /// <summary>In the middle of some sections of some cells.</summary>
    /// <param name="places">Gid of a cell and name of one of its sections, each; the network checks them when it is simulated.</param>
    public static Record Chosen(params ImmutableArray<(int Gid, string Section)> places) =>
        new(string.Join(", ", places.Select(place => $"{place.Gid}:{place.Section}")), [.. places.Distinct()]);

    /// <summary><c>none</c>, <c>soma</c>, <c>all</c>, or the chosen places as <c>gid:section</c>.</summary>
    public override string ToString() => _text;
}
