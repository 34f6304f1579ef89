using System.Collections.Immutable;
using Hnn.Engine.Cells;

namespace Hnn.Core.Cells;

/// <summary>Where a cell's sections lie and how far they are from its soma.</summary>
public static class CellShape
{
    /// <summary>A copy whose sections keep their directions, have end points as far apart as they are long, and start where they are joined.</summary>
    /// <param name="cell">The cell; its joints form a tree that starts at the soma.</param>
    /// <remarks>Agrees with <c>define_shape</c> of hnn-core 0.6 to 1e-12 µm.</remarks>
    public static CellTemplate Reshaped(this CellTemplate cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var starts = Along(cell, cell.Position, (section, start, end) => end == 0 ? start : start + Extent(section));
        return cell with
        {
            Sections = [.. cell.Sections.Select(section => starts.TryGetValue(section.Name, out var start)
                ? section with { EndPoints = (start, start + Extent(section)) }
                : section)],
        };
    }

    /// <summary>Path length in µm from the soma's 0 end to the middle of a section.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="section">Name of the section.</param>
    /// <returns>The distance; NaN if the section is not joined to the soma.</returns>
    /// <exception cref="KeyNotFoundException">There is no section of that name.</exception>
    public static double PathDistance(this CellTemplate cell, string section)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var half = cell[section].Length / 2;
        return PathDistances(cell).TryGetValue(section, out var start) ? start + half : double.NaN;
    }

    /// <summary>The values of a mechanism's parameter in all segments of a section.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="section">Name of the section.</param>
    /// <param name="density">The parameter's profile.</param>
    /// <returns>Values in the parameter's unit. Shape: [segments].</returns>
    /// <exception cref="KeyNotFoundException">There is no section of that name.</exception>
    public static ImmutableArray<double> Densities(this CellTemplate cell, string section, DensityProfile density)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Evaluate(cell[section], density);
    }

    /// <summary>A copy whose segment counts and distance-dependent densities no longer follow the sections' lengths.</summary>
    /// <param name="cell">The cell.</param>
    /// <remarks>The reference fixes both when a cell is made; freeze a cell before changing a length to get its numbers.</remarks>
    public static CellTemplate Frozen(this CellTemplate cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell with { Sections = [.. cell.Sections.Select(section => Frozen(cell, section))] };
    }

    private static Section Frozen(CellTemplate cell, Section section)
    {
        var frozen = section with { SegmentCount = section.SegmentCount };
        foreach (var (mechanism, parameters) in section.Mechanisms)
            foreach (var (parameter, density) in parameters)
                if (density is not UniformDensity)
                    frozen = frozen.WithDensity(mechanism, parameter, new SegmentDensity(cell.Densities(section.Name, density)));
        return frozen;
    }

    // Path length from the soma's 0 end to the 0 end of each section that can be reached.
    private static Dictionary<string, double> PathDistances(CellTemplate cell) =>
        Along(cell, 0.0, (section, start, end) => end == 0 ? start : start + section.Length);

    // Carries a value from the soma's 0 end to the 0 end of every section; `next` gives the value at an end of a section from that at its start.
    private static Dictionary<string, T> Along<T>(CellTemplate cell, T atSoma, Func<Section, T, int, T> next)
    {
        var starts = new Dictionary<string, T> { ["soma"] = atSoma };
        var open = new Queue<string>(["soma"]);
        while (open.TryDequeue(out var parent))
            foreach (var joint in cell.Joints)
                if (joint.Parent == parent && starts.TryAdd(joint.Child, next(cell[parent], starts[parent], joint.ParentEnd)))
                    open.Enqueue(joint.Child);
        return starts;
    }

    private static Point3 Extent(Section section)
    {
        var direction = section.EndPoints.End - section.EndPoints.Start;
        return section.Length / direction.Length * direction;
    }
}
