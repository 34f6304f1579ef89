using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Notebooks;

/// <summary>Reads the text of a notebook file. Every fault becomes one <see cref="NotebookException"/> that names the file.</summary>
internal sealed class NotebookReader(string fileName)
{
    // An output's JSON lies in its bundle, output, outputs, cell, cells and notebook.
    private const int Depth = StrictJson.Depth + 6;

    private static readonly string[] CSharpNames = ["c#", "csharp", ".net-csharp"];

    public Notebook Read(string text)
    {
        try
        {
            using var document = StrictJson.Parse(text, Depth);
            return Notebook(document.RootElement);
        }
        catch (JsonException fault)
        {
            var place = fault.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" See line {line + 1}.") : "";
            throw new NotebookException(fileName, $"The file is not JSON, and a notebook is JSON.{place} {fault.Message}", fault);
        }
    }

    private Notebook Notebook(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("nbformat", out var format))
            throw Fault("The file is JSON, but no notebook: it has no field 'nbformat'. Pass a Jupyter notebook (.ipynb).");
        if (format.ValueKind != JsonValueKind.Number || !format.TryGetInt32(out var major) || major != 4)
            throw Fault($"The notebook format is {format.GetRawText()}, and only format 4 is read. Open the notebook in Jupyter and save it again.");
        if (!root.TryGetProperty("cells", out var cells) || cells.ValueKind != JsonValueKind.Array)
            throw Fault("The notebook has no array 'cells'. Open it in Jupyter and save it again.");

        var metadata = Fields(root, "metadata", "the notebook");
        RequireCSharp(metadata);
        return new Notebook
        {
            Cells = Cells(cells),
            Metadata = metadata,
            FormatMinor = root.TryGetProperty("nbformat_minor", out var minor) && minor.ValueKind == JsonValueKind.Number && minor.TryGetInt32(out var number) ? Math.Max(5, number) : 5,
            OtherFields = Others(root, "cells", "metadata", "nbformat", "nbformat_minor"),
        };
    }

    private ImmutableArray<NotebookCell> Cells(JsonElement cells)
    {
        var read = cells.EnumerateArray().Select((cell, index) => Cell(cell, index + 1)).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < read.Count; i++)
        {
            for (var number = i + 1; read[i].Id.Length == 0 || !taken.Add(read[i].Id); number++)
                read[i] = read[i] with { Id = string.Create(CultureInfo.InvariantCulture, $"cell-{number}") };
        }

        return [.. read];
    }

    private NotebookCell Cell(JsonElement cell, int number)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"cell {number}");
        if (cell.ValueKind != JsonValueKind.Object || !cell.TryGetProperty("cell_type", out var type) || Kind(type) is not { } kind)
            throw Fault($"The type of {place} is none of code, markdown and raw. Open the notebook in Jupyter and save it again.");
        if (!cell.TryGetProperty("source", out var source) || TextLines.Join(source) is not { } text)
            throw Fault($"The source of {place} is neither a text nor an array of lines. Open the notebook in Jupyter and save it again.");

        var outputs = new OutputReader(message => Fault($"An output of {place} {message} Clear the cell's outputs in Jupyter."));
        return new NotebookCell(cell.TryGetProperty("id", out var id) ? id.ToString() : "", kind, text)
        {
            Metadata = Fields(cell, "metadata", place),
            ExecutionCount = cell.TryGetProperty("execution_count", out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var times) ? times : null,
            Outputs = kind == CellKind.Code && cell.TryGetProperty("outputs", out var list) ? outputs.Read(list) : [],
            OtherFields = Others(cell, "cell_type", "id", "source", "metadata", "execution_count", "outputs"),
        };
    }

    private static CellKind? Kind(JsonElement type) => type.ToString() switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        _ => null,
    };

    private void RequireCSharp(JsonFields metadata)
    {
        string?[] named = [Text(metadata, "kernelspec", "language"), Text(metadata, "kernelspec", "name"), Text(metadata, "language_info", "name")];
        var languages = named.OfType<string>().ToArray();
        if (languages.Length > 0 && !languages.Any(language => CSharpNames.Contains(language.ToLowerInvariant())))
            throw Fault($"The notebook's language is {languages[0]}, not C#. Pass a C# notebook, or change its kernel in Jupyter.");
    }

    private static string? Text(JsonFields metadata, string section, string field) =>
        metadata.TryGetValue(section, out var fields) && fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(field, out var value) ? value.ToString() : null;

    private JsonFields Fields(JsonElement owner, string name, string place)
    {
        if (!owner.TryGetProperty(name, out var fields))
            return JsonFields.Empty;
        return fields.ValueKind == JsonValueKind.Object ? Others(fields) : throw Fault($"The {name} of {place} are not an object. Open the notebook in Jupyter and save it again.");
    }

    private static JsonFields Others(JsonElement owner, params string[] known) =>
        owner.EnumerateObject().Where(field => !known.Contains(field.Name)).ToImmutableSortedDictionary(field => field.Name, field => field.Value.Clone(), StringComparer.Ordinal);

    private NotebookException Fault(string what) => new(fileName, what);
}
