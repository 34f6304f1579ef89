using System.Collections.Immutable;
using Hnn.Engine.Cells;

namespace Hnn.Core.Cells;

/// <summary>Changed copies of a section's mechanisms.</summary>
public static class SectionExtensions
{
    private static readonly ImmutableSortedDictionary<string, DensityProfile> _defaults =
        ImmutableSortedDictionary<string, DensityProfile>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>A copy that has a mechanism, with default parameters if it had none of that name.</summary>
    /// <param name="section">The section.</param>
    /// <param name="mechanism">Name of the mechanism.</param>
    public static Section WithMechanism(this Section section, string mechanism)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Mechanisms.ContainsKey(mechanism)
            ? section
            : section with { Mechanisms = section.Mechanisms.Add(mechanism, _defaults) };
    }

    /// <summary>A copy without a mechanism.</summary>
    /// <param name="section">The section.</param>
    /// <param name="mechanism">Name of the mechanism.</param>
    public static Section WithoutMechanism(this Section section, string mechanism)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section with { Mechanisms = section.Mechanisms.Remove(mechanism) };
    }

    /// <summary>A copy with one parameter of a mechanism set; the mechanism is added if it is missing.</summary>
    /// <param name="section">The section.</param>
    /// <param name="mechanism">Name of the mechanism.</param>
    /// <param name="parameter">Name of its parameter, for example <c>gnabar</c>.</param>
    /// <param name="density">The value, a number or a function of the distance to the soma.</param>
    public static Section WithDensity(this Section section, string mechanism, string parameter, DensityProfile density)
    {
        ArgumentNullException.ThrowIfNull(section);
        var parameters = section.Mechanisms.GetValueOrDefault(mechanism, _defaults).SetItem(parameter, density);
        return section with { Mechanisms = section.Mechanisms.SetItem(mechanism, parameters) };
    }
}
