using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Checks of the names of the cube's coordinates.</summary>
internal static class ParameterNames
{
    /// <summary>There is at least one name, and none stands twice.</summary>
    public static void Check(ImmutableArray<string> names)
    {
        if (names.IsDefaultOrEmpty)
            throw new ArgumentException("There are no parameters. Pass one name for each coordinate.", nameof(names));
        if (names.Distinct().Count() < names.Length)
            throw new ArgumentException($"A name stands twice in {string.Join(", ", names)}. Give each parameter its own.", nameof(names));
    }

    /// <summary>The coordinates of a point are as many as the names.</summary>
    public static void CheckPoint(ImmutableArray<string> names, ImmutableArray<double> point)
    {
        if (point.Length != names.Length)
            throw new ArgumentException($"A point has {point.Length} coordinates, but there are {names.Length} names. Pass one name for each coordinate.", nameof(names));
    }

    /// <summary>The coordinate that belongs to a name.</summary>
    public static int IndexOf(ImmutableArray<string> names, string name)
    {
        Check(names);
        var index = names.IndexOf(name);
        return index >= 0
            ? index
            : throw new ArgumentException($"There is no parameter '{name}'. Name one of {string.Join(", ", names)}.", nameof(name));
    }
}
