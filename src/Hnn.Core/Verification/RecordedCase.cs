using System.Text.Json;
using System.Text.RegularExpressions;
using Hnn.Core.Files;

namespace Hnn.Core.Verification;

/// <summary>The folder of a recorded simulation: its settings, its summary, and the tables beside them.</summary>
internal sealed partial class RecordedCase
{
    private const int MaxSettingsBytes = 256 * 1024 * 1024;

    private static readonly string[] _extensions = [".csv.gz", ".csv"];

    private RecordedCase(string folder, JsonElement settings, JsonElement results) => (Folder, Settings, Results) = (folder, settings, results);

    /// <summary>Name of the file that makes a folder a case.</summary>
    public static string SettingsFile => "settings.json";

    public string Folder { get; }

    /// <summary>How the simulation was made.</summary>
    public JsonElement Settings { get; }

    /// <summary>What it came to, in short; an empty object if it was not recorded.</summary>
    public JsonElement Results { get; }

    /// <summary>Names of the tables in the folder that are a simulation's results, without their extensions.</summary>
    public IEnumerable<string> Tables => Directory.EnumerateFiles(Folder)
        .Select(file => TableName.Match(Path.GetFileName(file))).Where(match => match.Success).Select(match => match.Groups["name"].Value)
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FileFault">They cannot be read, or lack a part.</exception>
    public static RecordedCase Read(string folder)
    {
        var path = Path.Combine(folder, SettingsFile);
        try
        {
            using var document = JsonDocument.Parse(TextFile.Read(path, MaxSettingsBytes));
            var root = document.RootElement.Clone();
            return new RecordedCase(folder, root.Member("settings"), root.Optional("results") ?? JsonSerializer.SerializeToElement(new { }));
        }
        catch (JsonException cause)
        {
            throw new FileFault(path, "The file is not JSON.", cause.Message.Split(" LineNumber:")[0], "Restore the file.", cause)
            {
                Line = (int?)cause.LineNumber + 1,
                Column = (int?)cause.BytePositionInLine + 1,
            };
        }
        catch (InvalidDataException cause)
        {
            throw new FileFault(path, cause.Message, "A recorded simulation has settings and results.", "Restore the file.", cause) { JsonPath = "$" };
        }
    }

    /// <summary>A table by its name without extension; null if there is none.</summary>
    /// <exception cref="FileFault">It cannot be read.</exception>
    public RecordedTable? Table(string name) =>
        _extensions.Select(extension => Path.Combine(Folder, name + extension)).FirstOrDefault(File.Exists) is { } path ? RecordedTable.Read(path) : null;

    /// <summary>Whether the summary lists a table among the recorded files.</summary>
    public bool Promises(string name) =>
        Results.Optional("files") is not null && Results.Items("files").Any(file => file.ValueKind == JsonValueKind.String && file.GetString() is { } text && text.StartsWith($"{name}.csv", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<name>spikes|(?:dipole|dipole_post|vsec|vsoma_full|isec|ca|lfp_.+)_trial\d+)\.csv(?:\.gz)?$")]
    private static partial Regex TableName { get; }
}
