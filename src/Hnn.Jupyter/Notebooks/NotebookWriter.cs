using System.Text.Json;
using System.Text.Json.Nodes;
using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Notebooks;

/// <summary>Turns a notebook into the text of its file.</summary>
internal static class NotebookWriter
{
    public static string Write(Notebook notebook)
    {
        var root = Fields(notebook.OtherFields);
        root["cells"] = new JsonArray([.. notebook.Cells.Select(Cell)]);
        root["metadata"] = Fields(notebook.Metadata);
        root["nbformat"] = 4;
        root["nbformat_minor"] = notebook.FormatMinor;
        return JupyterJson.Write(root);
    }

    private static JsonNode Cell(NotebookCell cell)
    {
        var fields = Fields(cell.OtherFields);
        fields["cell_type"] = cell.Kind.ToString().ToLowerInvariant();
        fields["id"] = cell.Id;
        fields["metadata"] = Fields(cell.Metadata);
        fields["source"] = TextLines.Split(cell.Source);
        if (cell.Kind == CellKind.Code)
        {
            fields["execution_count"] = cell.ExecutionCount;
            fields["outputs"] = new JsonArray([.. cell.Outputs.Select(Output)]);
        }

        return fields;
    }

    private static JsonNode Output(CellOutput output) => output switch
    {
        StreamOutput stream => new JsonObject
        {
            ["output_type"] = "stream",
            ["name"] = stream.IsError ? "stderr" : "stdout",
            ["text"] = TextLines.Split(stream.Text),
        },
        DisplayOutput display => new JsonObject
        {
            ["output_type"] = "display_data",
            ["data"] = Bundle(display.Data),
            ["metadata"] = Fields(display.Metadata),
        },
        ResultOutput result => new JsonObject
        {
            ["output_type"] = "execute_result",
            ["data"] = Bundle(result.Data),
            ["execution_count"] = result.ExecutionCount,
            ["metadata"] = Fields(result.Metadata),
        },
        ErrorOutput error => new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        },
        _ => throw new InvalidOperationException($"The notebook format has no output {output.GetType()}."),
    };

    private static JsonObject Bundle(MimeBundle bundle) => new(bundle.Forms.Select(form => KeyValuePair.Create(form.Key, Form(form.Key, form.Value))));

    // As Jupyter does it: JSON types as values, texts as lines, everything else (pictures in base64) as one string.
    private static JsonNode? Form(string mimeType, string content)
    {
        if (MimeBundle.IsJson(mimeType))
            return JsonNode.Parse(content);
        return mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml" ? TextLines.Split(content) : content;
    }

    private static JsonObject Fields(JsonFields fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Key, Node(field.Value))));

    private static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };
}
