using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hnn.Engine.Runs;

namespace Hnn.Mpi.Wire;

/// <summary>Writes spike times of drive cells as two arrays, since most cells have few: how many each has, and all times.</summary>
internal sealed class TrialInputConverter : JsonConverter<TrialInput>
{
    public override TrialInput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var content = JsonSerializer.Deserialize<Content>(ref reader, options)!;
        var first = 0;
        return new TrialInput([.. content.Counts.Select(count => content.Times.Slice((first += count) - count, count))]);
    }

    public override void Write(Utf8JsonWriter writer, TrialInput value, JsonSerializerOptions options)
    {
        var cells = value.DriveSpikes;
        JsonSerializer.Serialize(writer, new Content([.. cells.Select(times => times.Length)], [.. cells.SelectMany(times => times)]), options);
    }

    private sealed record Content(ImmutableArray<int> Counts, ImmutableArray<double> Times);
}
