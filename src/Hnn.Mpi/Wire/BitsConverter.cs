using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hnn.Mpi.Wire;

/// <summary>Writes arrays of plain values as their bits in base 64: exact, and faster than digits.</summary>
internal sealed class BitsConverter<T> : JsonConverter<ImmutableArray<T>>
    where T : unmanaged
{
    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ImmutableCollectionsMarshal.AsImmutableArray(MemoryMarshal.Cast<byte, T>(reader.GetBytesFromBase64()).ToArray());

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(MemoryMarshal.AsBytes(value.AsSpan()));
}
