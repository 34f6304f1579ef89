using System.Text.Json;
using Hnn.Core.Cells;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>A section of a cell in a network file.</summary>
internal static class SectionJson
{
    // NEURON takes no more, and a damaged number shall not fill the memory.
    private const int MostSegments = 32767;

    public static void Write(Utf8JsonWriter json, CellTemplate cell, Section section)
    {
        json.WriteStartObject(section.Name);
        json.WriteFloat("L", section.Length);
        json.WriteFloat("diam", section.Diameter);
        json.WriteFloat("cm", section.Capacitance);
        json.WriteFloat("Ra", section.AxialResistivity);
        json.WriteList("end_pts", [section.EndPoints.Start, section.EndPoints.End], json.WritePoint);
        json.WriteNumber("nseg", section.SegmentCount);
        json.WriteFloat("v0", section.InitialVoltage);
        json.WriteStartObject("mechs");
        foreach (var (mechanism, parameters) in section.Mechanisms)
        {
            json.WriteMap(
                mechanism,
                parameters.Select(parameter => KeyValuePair.Create(DensityJson.KeyOf(mechanism, parameter.Key), parameter.Value)),
                density => DensityJson.Write(json, cell, section, density));
        }
        json.WriteEndObject();
        json.WriteList("syns", section.Receptors, json.WriteStringValue);
        if (section.HasPinnedSegmentCount || DensityJson.HasLaws(section))
        {
            json.WriteStartObject("hnn");
            json.WriteBoolean("segments_fixed", section.HasPinnedSegmentCount);
            DensityJson.WriteLaws(json, section);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>Reads a section; densities that differ between segments are taken as they are listed.</summary>
    /// <param name="name">Name of the section.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="initialVoltage">Voltage at the start in mV where the file, being old, gives none.</param>
    public static Section Read(string name, JsonValue entry, double initialVoltage)
    {
        if (entry["end_pts"].Items().Select(point => point.Point()).ToArray() is not [var start, var end])
            throw entry["end_pts"].Unlike("a list of two positions");
        var section = new Section
        {
            Name = name,
            Length = entry["L"].Positive(),
            Diameter = entry["diam"].Positive(),
            Capacitance = entry["cm"].Positive(),
            AxialResistivity = entry["Ra"].Positive(),
            EndPoints = (start, end),
            InitialVoltage = entry.Optional("v0")?.Number() ?? initialVoltage,
            Receptors = entry["syns"].Texts(),
        };
        var count = entry.Optional("nseg")?.Whole(1, MostSegments) ?? section.SegmentCount;
        if (count > MostSegments)
            throw entry["L"].Unlike($"short enough for {MostSegments} segments");
        if (count != section.SegmentCount || entry.Optional("hnn")?.Optional("segments_fixed")?.Flag() == true)
            section = section with { SegmentCount = count };
        foreach (var (mechanism, parameters) in entry["mechs"].Members())
        {
            parameters.Refuse(CellChecks.OfMechanism(mechanism, [], name));
            section = section.WithMechanism(mechanism);
            foreach (var (key, value) in parameters.Members())
            {
                var parameter = DensityJson.ParameterOf(mechanism, key, value);
                value.Refuse(CellChecks.OfMechanism(mechanism, [parameter], name));
                section = section.WithDensity(mechanism, parameter, DensityJson.Read(value, section));
            }
        }
        return section;
    }
}
