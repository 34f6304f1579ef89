using Hnn.Engine.Cells;

namespace Hnn.Engine.Models;

// FieldTransfer: the potential in µV at a contact per nA out of each segment of a cell.
// Sources: point sources; line sources after Holt 1998, with the reference's segment lengths (numerics.md section 8).
internal static class FieldTransfer
{
    /// <summary>Potential per current. Shape: [contact of all arrays][node].</summary>
    public static double[][] Compute(CellPlan plan, Point3 position, IEnumerable<ElectrodeArray> arrays)
    {
        var places = SourcePlacement.Place(plan.Population.Cell, position);
        return [.. arrays.SelectMany(array => array.Contacts.Select(contact => Row(plan, places, array, contact)))];
    }

    private static double[] Row(
        CellPlan plan, Dictionary<string, (Point3 Start, Point3 End)> places, ElectrodeArray array, Point3 contact)
    {
        var row = new double[plan.NodeCount];
        foreach (var (name, nodes) in plan.Sections)
        {
            var section = plan.Population.Cell[name];
            var (start, end) = places[name];
            for (var j = 0; j < nodes.Count; j++)
            {
                var phi = array.Method == FieldMethod.PointSource
                    ? PointSource(contact - (start + Centre(j, nodes.Count) * (end - start)), array.MinDistance)
                    : LineSource(contact, start, end, j, nodes.Count, section.Length, array.MinDistance);
                row[nodes.First + j] = 1000 * phi / (4 * Math.PI * array.Conductivity);
            }
        }

        return row;
    }

    private static double Centre(int segment, int count) => (segment + 0.5) / count;

    private static double PointSource(Point3 toContact, double minDistance) => 1 / Math.Max(toContact.Length, minDistance);

    private static double LineSource(
        Point3 contact, Point3 start, Point3 end, int segment, int count, double length, double minDistance)
    {
        var direction = end - start;
        var centre = start + Centre(segment, count) * direction;
        var half = HalfLength(segment, count) * length / direction.Length * direction;
        var (lineStart, lineEnd) = (centre - half, centre + half);
        var line = lineEnd - lineStart;
        var toEnd = contact - lineEnd;
        var lineLength = line.Length;
        var beyondEnd = toEnd.Dot(line) / lineLength;
        var beyondStart = beyondEnd + lineLength;
        var radial = Math.Max(toEnd.Dot(toEnd) - beyondEnd * beyondEnd, minDistance * minDistance);
        var (toEndDistance, toStartDistance) = (Math.Sqrt(beyondEnd * beyondEnd + radial), Math.Sqrt(beyondStart * beyondStart + radial));
        var potential = (beyondStart < 0, beyondEnd < 0) switch
        {
            (true, true) => Math.Log((toEndDistance - beyondEnd) / (toStartDistance - beyondStart)),
            (false, true) => Math.Log((toEndDistance - beyondEnd) * (beyondStart + toStartDistance) / radial),
            _ => Math.Log((toStartDistance + beyondStart) / (toEndDistance + beyondEnd)),
        };
        return potential / lineLength;
    }

    // Half a line's length relative to the section's: inner segments reach to their neighbours' centres on either side.
    private static double HalfLength(int segment, int count) =>
        segment == 0 || segment == count - 1 ? 0.5 / count : 1.0 / count;
}
