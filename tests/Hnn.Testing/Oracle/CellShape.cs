using Hnn.Engine.Cells;

namespace Hnn.Testing.Oracle;

/// <summary>Where the sections of a placed cell lie, in single precision as the reference keeps it (section 8).</summary>
public static class CellShape
{
    /// <summary>End points in µm of every section of a cell at a position.</summary>
    /// <param name="tree">Layout of the cell.</param>
    /// <param name="position">Where the soma starts, in µm.</param>
    public static IReadOnlyDictionary<string, (Point3 Start, Point3 End)> Place(CellTree tree, Point3 position)
    {
        var placed = new Dictionary<string, (Point3 Start, Point3 End)>(StringComparer.Ordinal);
        var shift = position - tree.Cell.Position;
        foreach (var name in tree.Sections)
        {
            var section = tree.Cell[name];
            var start = Single(section.EndPoints.Start + shift);
            var end = Single(section.EndPoints.End + shift);
            end = Stretched(start, end, section.Length);
            if (tree.JointOf(name) is { } joint)
            {
                var parent = placed[joint.Parent];
                var move = Single((joint.ParentEnd == 1 ? parent.End : parent.Start) - start);
                (start, end) = (Single(start + move), Single(end + move));
            }

            placed[name] = (start, end);
        }

        return placed;
    }

    // Setting a section's length moves its end so that the arc, of which only the components are single, has that length.
    private static Point3 Stretched(Point3 start, Point3 end, double length)
    {
        var arc = Single(end - start).Length;
        return Single(start + length / arc * (end - start));
    }

    private static Point3 Single(Point3 p) => new((float)p.X, (float)p.Y, (float)p.Z);
}
