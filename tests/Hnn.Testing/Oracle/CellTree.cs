using System.Collections.Immutable;
using Hnn.Engine.Cells;

namespace Hnn.Testing.Oracle;

/// <summary>The nodes of a cell, parents before children (section 1).</summary>
public sealed class CellTree
{
    private const string Root = "soma";
    private const double EndArea = 100;
    private readonly List<CellNode> _nodes = [];
    private readonly Dictionary<string, int> _startNodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _firstSegments = new(StringComparer.Ordinal);

    /// <summary>Lays out the nodes of a template.</summary>
    public CellTree(CellTemplate cell)
    {
        Cell = cell;
        Sections = BreadthFirst(cell);
        _nodes.Add(new CellNode(Root, Segment: null, X: 0, Parent: -1, EndArea, AxialConductance: 0));
        foreach (var name in Sections)
            AddSection(cell[name]);
        Nodes = [.. _nodes];
    }

    /// <summary>The template.</summary>
    public CellTemplate Cell { get; }

    /// <summary>Names of the sections, breadth first from the soma (section 1.5).</summary>
    public ImmutableArray<string> Sections { get; }

    /// <summary>All nodes; the root first.</summary>
    public ImmutableArray<CellNode> Nodes { get; }

    /// <summary>Node of the segment that contains a place along a section, or of its end if that is 0 or 1.</summary>
    /// <param name="section">Name of the section.</param>
    /// <param name="x">Relative place, 0 to 1.</param>
    public int NodeAt(string section, double x)
    {
        var segments = Cell[section].SegmentCount;
        return x == 0 ? _startNodes[section]
            : x == 1 ? _firstSegments[section] + segments
            : _firstSegments[section] + (int)(x * segments);
    }

    /// <summary>Path length in µm from the soma's 0 end to a section's middle (section 1.6).</summary>
    /// <remarks>A section passed through counts whole; the soma does not if the path leaves it by its 0 end.</remarks>
    public double DistanceTo(string section)
    {
        var before = 0.0;
        for (var joint = JointOf(section); joint is not null; joint = JointOf(joint.Parent))
            before += joint.ParentEnd * Cell[joint.Parent].Length;
        return before + Cell[section].Length / 2;
    }

    /// <summary>Where a section's 0 end is joined; null for the soma.</summary>
    internal SectionJoint? JointOf(string section) => Cell.Joints.FirstOrDefault(joint => joint.Child == section);

    // Children of one parent: by the place they are joined to, of those at one place the last joined first.
    private static ImmutableArray<string> BreadthFirst(CellTemplate cell)
    {
        var order = new List<string> { Root };
        for (var i = 0; i < order.Count; i++)
            order.AddRange(cell.Joints.Where(joint => joint.Parent == order[i]).Reverse().OrderBy(joint => joint.ParentEnd).Select(joint => joint.Child));
        return [.. order];
    }

    private void AddSection(Section section)
    {
        // Diameters pass through single precision, lengths do not (section 1.2).
        double diameter = (float)section.Diameter;
        var segments = section.SegmentCount;
        var length = section.Length / segments;
        var area = Math.PI * diameter * length;
        var halfResistance = 0.01 * section.AxialResistivity * (length / 2) / (Math.PI * diameter * diameter / 4);
        var joint = JointOf(section.Name);
        var parent = joint is null ? 0 : NodeAt(joint.Parent, joint.ParentEnd);
        _startNodes[section.Name] = parent;
        _firstSegments[section.Name] = _nodes.Count;
        for (var j = 0; j < segments; j++)
        {
            var conductance = 1 / (j == 0 ? halfResistance : halfResistance + halfResistance);
            _nodes.Add(new CellNode(section.Name, j, (j + 0.5) / segments, parent, area, conductance));
            parent = _nodes.Count - 1;
        }

        _nodes.Add(new CellNode(section.Name, Segment: null, X: 1, parent, EndArea, 1 / halfResistance));
    }
}
