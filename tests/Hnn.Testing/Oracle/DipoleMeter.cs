using Hnn.Engine.Cells;

namespace Hnn.Testing.Oracle;

/// <summary>The current dipole moment of a cell: axial currents times their length along the cell's axis (section 7).</summary>
public sealed class DipoleMeter
{
    private readonly CellTree _tree;
    private readonly (int Node, double Length)[] _pieces;

    /// <summary>Prepares the meter for cells of one layout.</summary>
    public DipoleMeter(CellTree tree)
    {
        _tree = tree;
        var nodes = Enumerable.Range(1, tree.Nodes.Length - 1).ToList();
        // All segments first, then the ends at x = 1: the order of the sum.
        _pieces = [.. nodes.OrderBy(i => tree.Nodes[i].Segment is null).Select(i => (i, AxialLength(tree.Nodes[i])))];
    }

    /// <summary>Length in µm, along the cell's axis, of the piece of cable between a node and the one before it; negative if it points down.</summary>
    public double AxialLength(CellNode node)
    {
        var section = _tree.Cell[node.Section];
        var before = node.Segment == 0 ? 0 : _tree.Nodes[node.Parent].X;
        return (node.X - before) * section.Length * Cosine(section.Name);
    }

    /// <summary>Cosine of the angle between a section and the cell's axis, which is the apical trunk in pyramidal cells.</summary>
    public double Cosine(string section)
    {
        var axis = Vector(_tree.Cell[_tree.Cell.DipoleAxis]);
        var vector = Vector(_tree.Cell[section]);
        return axis.Dot(vector) / (axis.Length * vector.Length);
    }

    /// <summary>The dipole moment in fAm at given voltages (mV, one per node).</summary>
    public double Moment(ReadOnlySpan<double> voltages)
    {
        var moment = 0.0;
        foreach (var (i, length) in _pieces)
        {
            var node = _tree.Nodes[i];
            moment += (voltages[node.Parent] - voltages[i]) / (1 / node.AxialConductance) * length;
        }

        return moment;
    }

    private static Point3 Vector(Section section) => section.EndPoints.End - section.EndPoints.Start;
}
