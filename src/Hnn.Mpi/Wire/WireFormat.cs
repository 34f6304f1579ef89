using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hnn.Engine.Cells;
using Hnn.Engine.Synapses;

namespace Hnn.Mpi.Wire;

/// <summary>Turns what parent and ranks say into bytes and back, bit by bit the same. Both must be of the same version.</summary>
internal static class WireFormat
{
    private static readonly JsonSerializerOptions Options = new()
    {
        // A spike that never comes has the time infinity.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        IncludeFields = true,
        Converters =
        {
            new BitsConverter<double>(), new BitsConverter<int>(), new BitsConverter<Point3>(), new BitsConverter<Engine.Runs.Spike>(),
            new TrialInputConverter(), new OrdinalDictionaryConverter(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    /// <summary>The bytes of a value.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>The value of some bytes.</summary>
    /// <exception cref="InvalidDataException">They are not of such a value.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes)
        where T : notnull
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options) ?? throw new JsonException("There is no value.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"A message between this process and the ranks does not hold a {typeof(T).Name}: {fault.Message} Let both be of the same version.", fault);
        }
    }

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(DensityProfile) || type.Type == typeof(Synapse))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions();
            foreach (var kind in type.Type.Assembly.GetTypes().Where(candidate => candidate.BaseType == type.Type))
                type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
        }
    }
}
