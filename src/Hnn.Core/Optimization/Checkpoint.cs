using System.Collections.Immutable;
using System.Globalization;
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
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly string _path;
    private readonly FileStream _file;
    private readonly ImmutableDictionary<int, Evaluation> _recorded;

    private Checkpoint(string path, FileMode mode, ImmutableDictionary<int, Evaluation> recorded) =>
        (_path, _file, _recorded) = (path, new FileStream(path, mode, FileAccess.Write, FileShare.Read), recorded);

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
        var checkpoint = new Checkpoint(path, FileMode.CreateNew, ImmutableDictionary<int, Evaluation>.Empty);
        checkpoint.WriteLine(new Header(Format, description.Entries.ToDictionary()));
        return checkpoint;
    }

    /// <summary>Opens a file to go on with it.</summary>
    /// <exception cref="FileFault">The file is missing, no checkpoint, damaged before its last line, or of another fit.</exception>
    public static Checkpoint Open(string path, FitDescription description, UnitCube cube)
    {
        if (!File.Exists(path))
            throw new FileFault(path, "The checkpoint is not there.", "A fit is taken up from the file that it wrote.", "Check the path, or begin the fit anew.");
        var content = File.ReadAllBytes(path);
        var recorded = ImmutableDictionary.CreateBuilder<int, Evaluation>();
        var (kept, number) = (0, 0);
        while (Array.IndexOf(content, (byte)'\n', kept) is >= 0 and var end)
        {
            var line = content.AsSpan(kept..end);
            if (++number == 1)
                CheckHeader(path, TryRead<Header>(line), description);
            else if (TryRead<Line>(line) is { } evaluation && evaluation.IsOf(cube))
                recorded[evaluation.Index] = evaluation.ToEvaluation();
            else if (end == content.Length - 1)
                break;
            else
                throw new FileFault(path, "The line is not an evaluation.", "Only the last line of a checkpoint may be damaged, by an interruption.", "Remove the line, or begin the fit anew.") { Line = number };
            kept = end + 1;
        }

        if (number == 0)
            CheckHeader(path, null, description);
        var checkpoint = new Checkpoint(path, FileMode.Open, recorded.ToImmutable())
        {
            Warning = kept < content.Length ? $"The last line of the checkpoint '{path}' was cut off and has been dropped; its evaluation is made again." : null,
        };
        checkpoint._file.SetLength(kept);
        checkpoint._file.Seek(0, SeekOrigin.End);
        return checkpoint;
    }

    /// <summary>The evaluation of the file at a place of the solver's order; null if the file has none.</summary>
    /// <exception cref="FileFault">It is of another point than the solver asks for.</exception>
    public Evaluation? Find(int index, ImmutableArray<double> point)
    {
        var found = _recorded.GetValueOrDefault(index);
        return found is null || found.Point.AsSpan().SequenceEqual(point.AsSpan())
            ? found
            : throw new FileFault(
                _path, string.Create(CultureInfo.InvariantCulture, $"Evaluation {index} is of another point than the solver asks for."),
                $"The points of some solvers depend on {nameof(Optimizer.MaxEvaluations)}, and another version may choose others.",
                $"Set {nameof(Optimizer.MaxEvaluations)} to that of the file's fit, or begin the fit anew.");
    }

    /// <summary>Appends an evaluation; it is in the file when this returns.</summary>
    public void Append(Evaluation evaluation) => WriteLine(Line.Of(evaluation));

    public void Dispose() => _file.Dispose();

    private static void CheckHeader(string path, Header? header, FitDescription description)
    {
        if (header?.Format != Format)
            throw new FileFault(path, "The file is no checkpoint of a fit.", $"Its first line must be an object with the format '{Format}'.", "Check the path, or begin the fit anew.") { Line = 1 };
        var differing = description.Entries.Where(entry => header.Fit.GetValueOrDefault(entry.Key) != entry.Value)
            .Select(entry => $"{entry.Key} (file: {header.Fit.GetValueOrDefault(entry.Key, "none")}, here: {entry.Value})")
            .Concat(header.Fit.Where(entry => description.Entries.All(own => own.Key != entry.Key)).Select(entry => $"{entry.Key} (file: {entry.Value}, here: none)")).ToList();
        if (differing.Count > 0)
            throw new FileFault(path, $"The checkpoint is of another fit. Different: {string.Join("; ", differing)}.", "A fit goes on with what it began with.", "Make these equal, or begin a fit with another file.");
    }

    private static T? TryRead<T>(ReadOnlySpan<byte> line)
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
        var start = _file.Position;
        try
        {
            _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, Json), (byte)'\n']);
            _file.Flush();
        }
        catch (IOException)
        {
            // A part of a line before others would make the file unreadable.
            _file.SetLength(start);
            throw;
        }
    }

    private sealed record Header(string Format, Dictionary<string, string> Fit);

    private sealed record Line(
        int Index, double[] Point, Dictionary<string, double> Parameters, double Loss, double[] TrialLosses, double[] Residuals, double Milliseconds, string? Fault = null)
    {
        public static Line Of(Evaluation evaluation) => new(
            evaluation.Index, [.. evaluation.Point], evaluation.Parameters.ToDictionary(), evaluation.Loss, [.. evaluation.TrialLosses], [.. evaluation.Residuals],
            evaluation.Elapsed.TotalMilliseconds, evaluation.Fault);

        public bool IsOf(UnitCube cube) =>
            Point.Length == cube.Dimension && Parameters.All(value => cube.Names.Contains(value.Key) && double.IsFinite(value.Value)) && !double.IsNaN(Loss);

        public Evaluation ToEvaluation() => new()
        {
            Index = Index,
            Point = [.. Point],
            Parameters = new ParameterValues(Parameters),
            Loss = Loss,
            TrialLosses = [.. TrialLosses],
            Residuals = [.. Residuals],
            Elapsed = TimeSpan.FromMilliseconds(Milliseconds),
            Fault = Fault,
        };
    }
}
