using Hnn.Engine.Cells;
using Hnn.Engine.Models;

namespace Hnn.Testing.Oracle;

/// <summary>The potential at the contacts of one electrode array (section 8).</summary>
internal sealed class FieldProbe
{
    private readonly double[][][] _resistances;

    /// <summary>Prepares the probe for all cells of a network.</summary>
    public FieldProbe(ElectrodeArray array, IReadOnlyList<CellTree> trees, IReadOnlyList<Point3> positions)
    {
        _resistances = new double[array.Contacts.Length][][];
        var shapes = trees.Select((tree, gid) => CellShape.Place(tree, positions[gid])).ToArray();
        for (var c = 0; c < _resistances.Length; c++)
        {
            var contact = array.Contacts[c];
            _resistances[c] = [.. trees.Select((tree, gid) => tree.Nodes.Select(node => Resistance(array, contact, tree, node, shapes[gid])).ToArray())];
        }
    }

    /// <summary>Potential in µV at a contact from the currents of the last step.</summary>
    public double Potential(int contact, IReadOnlyList<OracleCell> cells)
    {
        var potential = 0.0;
        for (var gid = 0; gid < cells.Count; gid++)
        {
            var resistances = _resistances[contact][gid];
            for (var node = 0; node < resistances.Length; node++)
                potential += resistances[node] * cells[gid].TransmembraneCurrent(node);
        }

        return potential;
    }

    private static double Resistance(
        ElectrodeArray array, Point3 contact, CellTree tree, CellNode node, IReadOnlyDictionary<string, (Point3 Start, Point3 End)> shape)
    {
        if (node.Segment is null)
            return 0;
        var (start, end) = shape[node.Section];
        var centre = start + node.X * (end - start);
        var nearness = array.Method switch
        {
            FieldMethod.PointSource => 1 / Math.Max((contact - centre).Length, array.MinDistance),
            FieldMethod.LineSource => LineNearness(contact, centre, HalfLine(tree, node) / (end - start).Length * (end - start), array.MinDistance),
            _ => throw new NotSupportedException($"The oracle knows no field method {array.Method}."),
        };
        return 1000 * nearness / (4 * Math.PI * array.Conductivity);
    }

    // Half the line a segment's current is spread on: in the reference a middle segment's line is twice the segment.
    private static double HalfLine(CellTree tree, CellNode node)
    {
        var section = tree.Cell[node.Section];
        return (node.Segment!.Value, section.SegmentCount) switch
        {
            (0, _) => node.X * section.Length,
            var (j, count) when j == count - 1 => (1 - node.X) * section.Length,
            _ => section.Length / section.SegmentCount,
        };
    }

    private static double LineNearness(Point3 contact, Point3 centre, Point3 half, double minDistance)
    {
        var start = centre - half;
        var end = centre + half;
        var length = (end - start).Length;
        var toEnd = contact - end;
        var h = toEnd.Dot(end - start) / length;
        var l = h + length;
        var r2 = Math.Max(toEnd.Dot(toEnd) - h * h, minDistance * minDistance);
        var (rootH, rootL) = (Math.Sqrt(h * h + r2), Math.Sqrt(l * l + r2));
        var logarithm = (h < 0, l < 0, l > 0) switch
        {
            (true, true, _) => Math.Log((rootH - h) / (rootL - l)),
            (true, _, true) => Math.Log((rootH - h) * (l + rootL) / r2),
            _ => Math.Log((rootL + l) / (rootH + h)),
        };
        return logarithm / length;
    }
}
