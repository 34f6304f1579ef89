using System.Collections.Immutable;
using Hnn.Engine.Synapses;

namespace Hnn.Engine.Cells;

/// <summary>A kind of cell: its sections, how they are joined, its synapses and its named locations. Immutable.</summary>
public sealed record CellTemplate
{
    /// <summary>Name of the section every cell has, the root of its tree.</summary>
    public const string Soma = "soma";

    /// <summary>Name, for example <c>L5Pyr</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Sections in the template's order. Exactly one is called <c>soma</c>; it is the root.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>How the sections are joined, in the order of connection.</summary>
    public ImmutableArray<SectionJoint> Joints { get; init; } = [];

    /// <summary>Synapse model for each receptor name used by a section.</summary>
    public ImmutableSortedDictionary<string, Synapse> Synapses { get; init; } =
        ImmutableSortedDictionary<string, Synapse>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Named groups of sections, in order: <c>proximal</c> and <c>distal</c>. An empty group is a place nothing can reach.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Locations { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Section along which the cell's current dipole is measured; needed only where the population contributes to a dipole. Default: <c>apical_trunk</c>.</summary>
    public string DipoleAxis { get; init; } = "apical_trunk";

    /// <summary>Position of the template's soma in µm; end points are relative to the same origin.</summary>
    public Point3 Position { get; init; }

    /// <summary>The section of a name.</summary>
    /// <param name="name">Name of a section.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Section this[string name] =>
        Sections.FirstOrDefault(section => section.Name == name)
        ?? throw new KeyNotFoundException($"The cell '{Name}' has no section '{name}', only {string.Join(", ", Sections.Select(s => s.Name))}.");

    /// <summary>The sections a location stands for: those of a group, or the one section of that name; empty if there is neither.</summary>
    /// <param name="location">A group such as <c>proximal</c>, or a section's name.</param>
    public ImmutableArray<string> SectionsAt(string location) =>
        Locations.TryGetValue(location, out var sections) ? sections
        : Sections.Any(section => section.Name == location) ? [location]
        : [];

    /// <summary>A copy with one section changed.</summary>
    /// <param name="section">Name of the section.</param>
    /// <param name="change">From the section as it is to the section as it shall be.</param>
    /// <exception cref="KeyNotFoundException">There is no section of that name.</exception>
    public CellTemplate With(string section, Func<Section, Section> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var old = this[section];
        return this with { Sections = Sections.Replace(old, change(old)) };
    }

    /// <summary>Path length along the tree from the soma's 0 end to a section's 0 end.</summary>
    /// <param name="section">Name of the section.</param>
    /// <returns>Distance in µm; 0 for the soma and for sections that grow out of its 0 end.</returns>
    /// <exception cref="KeyNotFoundException">There is no such section, or nothing joins it to the soma.</exception>
    public double DistanceFromSoma(string section)
    {
        if (section == Soma)
            return 0;
        var joint = Joints.FirstOrDefault(candidate => candidate.Child == section)
            ?? throw new KeyNotFoundException($"No joint of the cell '{Name}' leads to the section '{section}'.");
        return DistanceFromSoma(joint.Parent) + (joint.ParentEnd == 0 ? 0 : this[joint.Parent].Length);
    }

    /// <summary>A mechanism's parameter in each segment of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="profile">How the parameter is spread.</param>
    /// <returns>One value per segment, from the section's 0 end, in the parameter's unit.</returns>
    public ImmutableArray<double> Evaluate(Section section, DensityProfile profile)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(profile);
        var start = profile is ExponentialDensity or LinearDensity ? DistanceFromSoma(section.Name) : 0;

        // The middle less half the length, as the reference computes it, not the start itself: they differ in the last bit.
        var middle = start + section.Length / 2;
        return [.. Enumerable.Range(0, section.SegmentCount).Select(segment =>
            profile.At(middle - section.Length / 2 + section.CentreOf(segment) * section.Length, segment))];
    }
}
