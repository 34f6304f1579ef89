using System.Text.Encodings.Web;
using System.Text.Json;
using Hnn.Core.Files;

namespace Hnn.Core.Parameters;

/// <summary>Parameter sets as HNN's files: <c>.json</c> (one flat object) and the older <c>.param</c> (lines of <c>key: value</c>).</summary>
public static class ParameterFile
{
    private const int MaxBytes = 64 * 1024 * 1024;
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a parameter set. Unknown keys are dropped, missing ones get their unset value, as in hnn-core 0.6.</summary>
    /// <param name="path">Path of a <c>.json</c> or <c>.param</c> file of at most 64 MB.</param>
    /// <exception cref="FileFault">The file cannot be read, has another extension, is malformed, or holds no known parameter.</exception>
    public static HnnParameters Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parse(path, TextFile.Read(path, MaxBytes));
    }

    /// <summary>Writes a parameter set as <c>.json</c>. The file appears whole or not at all.</summary>
    /// <param name="parameters">The parameter set.</param>
    /// <param name="path">Path of the file; ends in <c>.json</c>.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default: true.</param>
    /// <exception cref="ArgumentException">The extension is not <c>.json</c>.</exception>
    /// <exception cref="IOException">The file exists and may not be replaced, or cannot be written.</exception>
    /// <remarks>Keys that not every set has, those of tonic biases and of special synapses, are written, but dropped again by <see cref="Load"/>, as in hnn-core 0.6.</remarks>
    public static void Save(HnnParameters parameters, string path, bool overwrite = true)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"Parameter sets are written as .json, not as '{Path.GetFileName(path)}'. Let the name end in .json.", nameof(path));
        AtomicFile.Write(path, stream => Write(parameters, stream), overwrite);
    }

    private static void Write(HnnParameters parameters, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, Layout);
        writer.WriteStartObject();
        foreach (var key in parameters.Keys)
        {
            writer.WritePropertyName(key);
            var value = parameters.Value(key);
            if (value.Kind == ParameterKind.Text)
                writer.WriteStringValue(value.Text);
            else if (value.Kind == ParameterKind.Flag)
                writer.WriteBooleanValue(value.Number != 0);
            else
                writer.WriteNumberValue(value.Number);
        }
        writer.WriteEndObject();
    }

    internal static HnnParameters Parse(string path, string text)
    {
        var values = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".json" => ParameterJson.Read(path, text),
            ".param" => ParameterLines.Read(path, text),
            var extension => throw new FileFault(
                path, $"The extension '{extension}' is not known.", "Parameter files end in .json or .param.", "Rename the file if it is one."),
        };
        return values.Count > 0
            ? HnnParameters.From(values)
            : throw new FileFault(
                path, "The file holds no parameter.", "None of its keys is one that parameter files have, for example 'tstop'.", "Check that the path names a parameter file.");
    }
}
