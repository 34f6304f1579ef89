using System.Collections.Immutable;

namespace Hnn.Core.Networks;

/// <summary>One number for all cell types, or one for each. Immutable.</summary>
/// <example><c>delays: 0.1</c>, or <c>delays: new Dictionary&lt;string, double&gt; { ["L5_pyramidal"] = 1 }</c></example>
public sealed class ByCellType
{
    private readonly double _common;
    private readonly ImmutableSortedDictionary<string, double>? _each;

    private ByCellType(double common, ImmutableSortedDictionary<string, double>? each) => (_common, _each) = (common, each);

    /// <summary>The same number for all.</summary>
    /// <param name="common">The number.</param>
    public static implicit operator ByCellType(double common) => new(common, null);

    /// <summary>A number for each.</summary>
    /// <param name="each">Numbers by cell type.</param>
    public static implicit operator ByCellType(Dictionary<string, double> each) => Of(each);

    /// <summary>A number for each.</summary>
    /// <param name="each">Numbers by cell type.</param>
    public static ByCellType Of(IEnumerable<KeyValuePair<string, double>> each) => new(0, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, each));

    /// <summary>The numbers by cell type, the common one written out for some types.</summary>
    /// <param name="types">Names of the cell types.</param>
    internal ImmutableSortedDictionary<string, double> For(IEnumerable<string> types) =>
        _each ?? ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, types.Select(type => KeyValuePair.Create(type, _common)));
}
