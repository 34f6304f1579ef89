using Hnn.Engine.Cells;

namespace Hnn.Engine.Models;

// SourcePlacement: where a cell's sections lie in space, for extracellular potentials. The reference keeps positions in
// single precision and moves sections one after the other, which the potentials show (numerics.md section 8).
internal static class SourcePlacement
{
    /// <summary>End points in µm of each section of a cell whose soma starts at a position.</summary>
    public static Dictionary<string, (Point3 Start, Point3 End)> Place(CellTemplate cell, Point3 position)
    {
        var shift = position - cell.Position;
        var placed = new Dictionary<string, (Point3 Start, Point3 End)>(StringComparer.Ordinal);
        var queue = new Queue<(string Section, Point3? At)>([(CellTemplate.Soma, null)]);
        while (queue.TryDequeue(out var next))
        {
            var section = cell[next.Section];
            var (start, end) = Stretched(section, shift);
            if (next.At is { } anchor)
            {
                var move = Single(anchor - start);
                (start, end) = (Single(start + move), Single(end + move));
            }

            placed.Add(section.Name, (start, end));
            foreach (var joint in cell.Joints.Where(joint => joint.Parent == section.Name))
                queue.Enqueue((joint.Child, joint.ParentEnd == 0 ? start : end));
        }

        return placed;
    }

    // The template's end points moved to the cell, then stretched from the start to the section's length.
    private static (Point3 Start, Point3 End) Stretched(Section section, Point3 shift)
    {
        var start = Single(section.EndPoints.Start + shift);
        var end = Single(section.EndPoints.End + shift);

        // Only the arc is taken from components in single precision.
        var factor = section.Length / Single(end - start).Length;
        return (start, Single(start + factor * (end - start)));
    }

    private static Point3 Single(Point3 point) => new((float)point.X, (float)point.Y, (float)point.Z);
}
