using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Cells;
using Hnn.Engine.Cells;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>
/// The density of a mechanism in a network file: a number, or the segments' centres and values. The law behind the values, which that loses,
/// stands in the section's object <c>hnn</c>, and holds as long as it gives the listed values.
/// </summary>
internal static class DensityJson
{
    /// <summary>The mechanism's name is part of the key: <c>gnabar_hh2</c>.</summary>
    public static string KeyOf(string mechanism, string parameter) => $"{parameter}_{mechanism}";

    public static string ParameterOf(string mechanism, string key, JsonValue place) => key.EndsWith($"_{mechanism}", StringComparison.Ordinal)
        ? key[..^(mechanism.Length + 1)]
        : throw place.Fault(
            $"The mechanism '{mechanism}' has the parameter '{key}'.", $"Its parameters end in '_{mechanism}'.", "Correct the name of the parameter or of the mechanism.");

    public static void Write(Utf8JsonWriter json, CellTemplate cell, Section section, DensityProfile density)
    {
        if (density is UniformDensity uniform)
        {
            json.WriteFloat(uniform.Value);
            return;
        }
        json.WriteList(
            [Centres(section), cell.Densities(section.Name, density)],
            numbers => json.WriteList(numbers, json.WriteFloat));
    }

    public static DensityProfile Read(JsonValue value, Section section)
    {
        if (!value.IsList)
            return value.Number();
        if (value.Items().Select(numbers => numbers.Numbers()).ToArray() is not [var places, var values])
            throw value.Unlike("a number, or a list of the segments' centres and one of values");
        return values.Length == section.SegmentCount && AreNear(places, Centres(section))
            ? new SegmentDensity(values)
            : throw value.Unlike($"the centres of the section's {section.SegmentCount} segments, from 0 to 1, and as many values");
    }

    /// <summary>Writes the laws of a section's densities.</summary>
    public static void WriteLaws(Utf8JsonWriter json, Section section) => json.WriteMap(
        "densities",
        from mechanism in section.Mechanisms
        from parameter in mechanism.Value
        where parameter.Value is not (UniformDensity or SegmentDensity)
        select KeyValuePair.Create(KeyOf(mechanism.Key, parameter.Key), parameter.Value),
        law =>
        {
            var (kind, constants) = ConstantsOf(law);
            json.WriteStartObject();
            json.WriteList(kind, constants, json.WriteFloat);
            json.WriteEndObject();
        });

    /// <summary>Whether a section has a density that a list of values does not say all of.</summary>
    public static bool HasLaws(Section section) =>
        section.Mechanisms.Values.SelectMany(parameters => parameters.Values).Any(density => density is not (UniformDensity or SegmentDensity));

    /// <summary>A cell whose listed densities are laws again.</summary>
    /// <param name="cell">The cell as listed, its tree checked.</param>
    /// <param name="section">The section.</param>
    /// <param name="laws">What <see cref="WriteLaws"/> wrote.</param>
    public static CellTemplate WithLaws(CellTemplate cell, Section section, JsonValue laws)
    {
        foreach (var (key, value) in laws.Members())
        {
            var law = Law(value);
            foreach (var (mechanism, parameters) in section.Mechanisms)
            {
                foreach (var (parameter, density) in parameters)
                {
                    if (KeyOf(mechanism, parameter) == key && density is SegmentDensity listed && AreNear(cell.Densities(section.Name, law), listed.Values))
                        cell = cell.With(section.Name, changed => changed.WithDensity(mechanism, parameter, law));
                }
            }
        }
        return cell;
    }

    private static (string Kind, ImmutableArray<double> Constants) ConstantsOf(DensityProfile law) => law switch
    {
        ExponentialDensity e => ("exponential", [e.Base, e.Slope, e.Rate, e.Offset]),
        LinearDensity linear => ("linear", [linear.AtSoma, linear.AtKink, linear.Kink]),
        _ => throw new NotSupportedException($"Network files do not know the density {law.GetType().Name}. Add it here."),
    };

    private static DensityProfile Law(JsonValue value) => value.Members().Select(member => (member.Key, Constants: member.Value.Numbers())).ToArray() switch
    {
        [("exponential", [var factor, var slope, var rate, var offset])] => new ExponentialDensity(factor, slope, rate, offset),
        [("linear", [var atSoma, var atKink, var kink])] => new LinearDensity(atSoma, atKink, kink),
        _ => throw value.Unlike("an object with 'exponential' and four numbers, or 'linear' and three"),
    };

    private static ImmutableArray<double> Centres(Section section) => [.. Enumerable.Range(0, section.SegmentCount).Select(section.CentreOf)];

    // Far closer than any edit by hand, and wider than the last bits in which mathematical libraries differ.
    private static bool AreNear(ImmutableArray<double> left, ImmutableArray<double> right) =>
        left.Length == right.Length && left.Zip(right).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-9 * Math.Abs(pair.Second));
}
