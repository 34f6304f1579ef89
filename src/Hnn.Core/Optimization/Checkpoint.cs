using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hnn.Core.Files;

namespace Hnn.Core.Optimization;

/// <summary>The file of a fit in progress: a line that describes the fit, then a line for each evaluation in the order in which they were done (JSON lines).</summary>
internal sealed class Checkpoint : IDisposable
{
    private const string Format = "hnn fit 1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly FileStream _file;

    private Checkpoint(FileStream file) => _file = file;

    /// <summary>Evaluations read from the file, by index.</summary>
    public ImmutableDictionary<int, Evaluation> Recorded { get; private init; } = ImmutableDictionary<int, Evaluation>.Empty;

    /// <summary>What was wrong with the file and mended; null if nothing was.</summary>
    public string? Warning { get; private init; }

    /// <summary>Begins a new file.</summary>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static Checkpoint Create(string path, FitDescription description)
    {
        if (File.Exists(path))
            throw new IOException($"The checkpoint '{path}' exists already. Take up its fit with {nameof(Optimizer)}.{nameof(Optimizer.Resume)}, or choose another name.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var checkpoint = new Checkpoint(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
        checkpoint.WriteLine(new Header(Format, description.Entries.ToDictionary()));
        return checkpoint;
    }

    /// <summary>Opens a file to go on with it.</summary>
    /// <exception cref="FileFault">The file is missing, no checkpoint, damaged before its last line, or of another fit.</exception>
    public static Checkpoint Open(string path, FitDescription description, UnitCube cube)
    {
        if (!File.Exists(path))
            throw new FileFault(path, "The checkpoint is not there.", "A fit is taken up from the file that it wrote.", "Check the path, or begin the fit anew.");
        var (lines, isCut) = LinesOf(path);
        CheckHeader(path, lines, description);
        var recorded = ImmutableDictionary.CreateBuilder<int, Evaluation>();
        var kept = lines.Count;
        for (var i = 1; i < lines.Count; i++)
        {
            if (TryRead<Line>(lines[i]) is { Point: not null } line && line.Point.Length == cube.Dimension)
                recorded[line.Index] = line.ToEvaluation(cube);
            else if (i == lines.Count - 1)
                kept = i;
            else
                throw new FileFault(path, "The line is not an evaluation.", "Only the last line of a checkpoint may be damaged, by an interruption.", "Remove the line, or begin the fit anew.") { Line = i + 1 };
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        file.SetLength(lines.Take(kept).Sum(line => (long)Encoding.UTF8.GetByteCount(line) + 1));
        file.Seek(0, SeekOrigin.End);
        var isDamaged = isCut || kept < lines.Count;
        return new Checkpoint(file)
        {
            Recorded = recorded.ToImmutable(),
            Warning = isDamaged ? $"The last line of the checkpoint '{path}' was cut off and has been dropped; its evaluation is made again." : null,
        };
    }

    /// <summary>Appends an evaluation; it is in the file when this returns.</summary>
    public void Append(Evaluation evaluation) => WriteLine(Line.Of(evaluation));

    public void Dispose() => _file.Dispose();

    // The whole lines; what follows the last line break was cut off.
    private static (List<string> Lines, bool IsCut) LinesOf(string path)
    {
        var text = File.ReadAllText(path, Encoding.UTF8);
        var end = text.LastIndexOf('\n') + 1;
        return ([.. text[..end].Split('\n')[..^1]], end < text.Length);
    }

    private static void CheckHeader(string path, List<string> lines, FitDescription description)
    {
        if (lines.Count == 0 || TryRead<Header>(lines[0]) is not { Format: Format } header)
            throw new FileFault(path, "The file is no checkpoint of a fit.", $"Its first line must be an object with the format '{Format}'.", "Check the path.") { Line = 1 };
        var differing = description.Entries.Where(entry => header.Fit.GetValueOrDefault(entry.Key) != entry.Value)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} (file: {header.Fit.GetValueOrDefault(entry.Key, "none")}, here: {entry.Value})")).ToList();
        if (differing.Count > 0)
            throw new FileFault(path, $"The checkpoint is of another fit. Different: {string.Join("; ", differing)}.", "A fit goes on with what it began with.", "Make these equal, or begin a fit with another file.");
    }

    private static T? TryRead<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void WriteLine<T>(T line)
    {
        _file.Write(JsonSerializer.SerializeToUtf8Bytes(line, Json));
        _file.WriteByte((byte)'\n');
        _file.Flush();
    }

    private sealed record Header(string Format, Dictionary<string, string> Fit);

    private sealed record Line(int Index, double[] Point, Dictionary<string, double> Parameters, double Loss, double[] TrialLosses, double[] Residuals, double Milliseconds, string? Fault)
    {
        public static Line Of(Evaluation evaluation) => new(
            evaluation.Index, [.. evaluation.Point], evaluation.Parameters.ToDictionary(), evaluation.Loss, [.. evaluation.TrialLosses], [.. evaluation.Residuals],
            evaluation.Elapsed.TotalMilliseconds, evaluation.Fault);

        public Evaluation ToEvaluation(UnitCube cube) => new()
        {
            Index = Index,
            Point = [.. Point],
            Parameters = cube.ValuesAt([.. Point]),
            Loss = Loss,
            TrialLosses = [.. TrialLosses ?? []],
            Residuals = [.. Residuals ?? []],
            Elapsed = TimeSpan.FromMilliseconds(Milliseconds),
            Fault = Fault,
        };
    }
}
