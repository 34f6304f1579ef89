using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Engine.Cells;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>
/// How a cell's sections are joined, in a network file: under each section's end, as <c>soma,1</c>, the ends next to it that are farther from the
/// soma. Every section's own cable is one of these, <c>soma,0</c> to <c>soma,1</c>. A cell of one section has none.
/// </summary>
internal static class TreeJson
{
    public static void Write(Utf8JsonWriter json, CellTemplate cell)
    {
        if (cell.Joints.IsEmpty)
        {
            json.WriteNull("cell_tree");
            return;
        }
        json.WriteStartObject("cell_tree");
        foreach (var section in Starts(cell))
            WriteEnd(json, cell, section, 0, [EndOf(section, 1)]);
        foreach (var section in ParentsAtEnd(cell))
            WriteEnd(json, cell, section, 1, []);
        json.WriteEndObject();
    }

    /// <summary>The joints in the order in which <see cref="Read"/> finds them.</summary>
    public static IEnumerable<SectionJoint> Grouped(CellTemplate cell) =>
        Starts(cell).SelectMany(section => At(cell, section, 0)).Concat(ParentsAtEnd(cell).SelectMany(section => At(cell, section, 1)));

    public static ImmutableArray<SectionJoint> Read(JsonValue tree)
    {
        if (tree.IsNull)
            return [];
        var joints = ImmutableArray.CreateBuilder<SectionJoint>();
        foreach (var (key, children) in tree.Members())
        {
            var (parent, parentEnd) = SectionEnd(key, children);
            foreach (var item in children.Items())
            {
                var (child, childEnd) = SectionEnd(item.Text(), item);
                if (child == parent && (parentEnd, childEnd) == (0, 1))
                    continue;
                if (childEnd != 0)
                    throw item.Unlike("the 0 end of another section, as 'apical_1,0'");
                joints.Add(new SectionJoint(parent, parentEnd, child));
            }
        }
        return joints.ToImmutable();
    }

    // All sections, the soma last, as in the column's cells.
    private static IEnumerable<string> Starts(CellTemplate cell) =>
        cell.Sections.Select(section => section.Name).OrderBy(name => name == CellTemplate.Soma);

    private static IEnumerable<string> ParentsAtEnd(CellTemplate cell) =>
        cell.Joints.Where(joint => joint.ParentEnd == 1).Select(joint => joint.Parent).Distinct();

    private static IEnumerable<SectionJoint> At(CellTemplate cell, string section, int end) =>
        cell.Joints.Where(joint => joint.Parent == section && joint.ParentEnd == end);

    private static void WriteEnd(Utf8JsonWriter json, CellTemplate cell, string section, int end, IEnumerable<string> own) =>
        json.WriteList(EndOf(section, end), own.Concat(At(cell, section, end).Select(joint => EndOf(joint.Child, 0))), json.WriteStringValue);

    private static string EndOf(string section, int end) => $"{section},{end}";

    private static (string Section, int End) SectionEnd(string text, JsonValue place) => text switch
    {
        [.. var section, ',', '0'] => (section, 0),
        [.. var section, ',', '1'] => (section, 1),
        _ => throw place.Unlike($"an end of a section, as 'soma,0' or 'soma,1', not '{text}'"),
    };
}
