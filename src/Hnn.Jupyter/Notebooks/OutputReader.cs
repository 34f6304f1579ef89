using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Notebooks;

/// <summary>Reads the outputs of a cell.</summary>
/// <param name="fault">Makes the exception for an output of which the given words are true.</param>
internal sealed class OutputReader(Func<string, Exception> fault)
{
    public ImmutableArray<CellOutput> Read(JsonElement outputs) =>
        outputs.ValueKind == JsonValueKind.Array ? [.. outputs.EnumerateArray().Select(Output)] : throw fault("cannot be read: 'outputs' is no array.");

    private CellOutput Output(JsonElement output)
    {
        var type = output.ValueKind == JsonValueKind.Object && output.TryGetProperty("output_type", out var name) ? name.ToString() : "";
        return type switch
        {
            "stream" => new StreamOutput(Text(output, "text"), IsError: Text(output, "name") == "stderr"),
            "display_data" => new DisplayOutput(Bundle(output)) { Metadata = Metadata(output) },
            "execute_result" => new ResultOutput(Bundle(output), Count(output)) { Metadata = Metadata(output) },
            "error" => new ErrorOutput(Text(output, "ename"), Text(output, "evalue"), Traceback(output)),
            _ => throw fault($"has the unknown type '{type}'."),
        };
    }

    private string Text(JsonElement output, string field) =>
        (output.TryGetProperty(field, out var value) ? TextLines.Join(value) : null) ?? throw fault($"has no text '{field}'.");

    private static int? Count(JsonElement output) =>
        output.TryGetProperty("execution_count", out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var times) ? times : null;

    private ImmutableArray<string> Traceback(JsonElement output) =>
        output.TryGetProperty("traceback", out var lines) && lines.ValueKind == JsonValueKind.Array
            ? [.. lines.EnumerateArray().Select(line => line.ToString())]
            : throw fault("has no array 'traceback'.");

    private MimeBundle Bundle(JsonElement output)
    {
        if (!output.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            throw fault("has no object 'data'.");
        return MimeBundle.Of(data.EnumerateObject().Select(form => KeyValuePair.Create(form.Name, Form(form))));
    }

    private string Form(JsonProperty form) =>
        MimeBundle.IsJson(form.Name) ? form.Value.GetRawText() : TextLines.Join(form.Value) ?? throw fault($"has data of type {form.Name} that are no text.");

    private static JsonFields Metadata(JsonElement output) =>
        output.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
            ? metadata.EnumerateObject().ToImmutableSortedDictionary(field => field.Name, field => field.Value.Clone(), StringComparer.Ordinal)
            : JsonFields.Empty;
}
