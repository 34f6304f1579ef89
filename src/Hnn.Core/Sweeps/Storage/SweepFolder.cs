using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hnn.Core.Files;

namespace Hnn.Core.Sweeps.Storage;

/// <summary>The folder of a sweep that is being run.</summary>
internal sealed partial class SweepFolder
{
    private readonly string _path;
    private readonly SweepManifest _manifest;
    private readonly SweepOutputs _outputs;
    private readonly bool _isReplaced;
    private readonly bool _isResumed;

    private SweepFolder(string path, ParameterSweep sweep, Grid grid)
    {
        (_path, _manifest, _outputs) = (path, SweepManifest.Of(sweep, grid), sweep.Outputs);
        var files = OursIn(path);
        if (files.Count == 0)
            return;
        if (sweep.IfExists == ExistingSweep.Refuse)
            throw new IOException($"The folder '{path}' holds a sweep already. Choose another one, or set {nameof(ParameterSweep.IfExists)} to {ExistingSweep.Resume} or {ExistingSweep.Replace}.");
        _isReplaced = sweep.IfExists == ExistingSweep.Replace;
        _isResumed = !_isReplaced;
        if (_isResumed)
            Finished = PointsOfSameSweep(grid);
    }

    /// <summary>Points that were there before, in order.</summary>
    public ImmutableArray<SweepPoint> Finished { get; } = [];

    /// <summary>Looks at the folder; changes nothing.</summary>
    /// <exception cref="IOException">It holds a sweep, and that was to be refused.</exception>
    /// <exception cref="FileFault">It holds another sweep than the one to be resumed, or a damaged one.</exception>
    public static SweepFolder For(ParameterSweep sweep, Grid grid) => new(sweep.Folder!, sweep, grid);

    /// <summary>Files of a sweep's points in a folder, in the order of the points, with what their names have in common: <c>000000-000099</c>.</summary>
    public static IEnumerable<(string Path, string Range)> PointFiles(string folder, string extension) =>
        from path in OursIn(folder)
        let match = TableFile.Match(Path.GetFileName(path))
        where match.Success && match.Groups["table"].Value == SweepTables.PointsName && match.Groups["files"].Value == extension
        orderby long.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture)
        select (path, match.Groups["range"].Value);

    /// <summary>Makes the folder ready: makes it, empties it if it is to be replaced, and says in it what sweep it is.</summary>
    public void Begin()
    {
        Directory.CreateDirectory(_path);
        if (_isReplaced)
        {
            foreach (var path in OursIn(_path))
                File.Delete(path);
        }

        if (!_isResumed)
            _manifest.Write(_path);
    }

    /// <summary>Stores points in one file per table, that of the points last: tables without it are of an interrupted run and count for nothing.</summary>
    public void Write(IReadOnlyCollection<SweepPoint> points)
    {
        if (points.Count == 0)
            return;
        var range = string.Create(CultureInfo.InvariantCulture, $"{points.Min(point => point.Index):D6}-{points.Max(point => point.Index):D6}");
        foreach (var (name, table) in SweepTables.Of(points, _outputs))
            TableFiles.Write(Path.Combine(_path, $"{name}-{range}.{_manifest.Files}"), table, overwrite: true);
        TableFiles.Write(
            Path.Combine(_path, $"{SweepTables.PointsName}-{range}.{_manifest.Files}"), SweepTables.OfPoints(points, _manifest.Parameters, _manifest.Summaries), overwrite: false);
    }

    private ImmutableArray<SweepPoint> PointsOfSameSweep(Grid grid)
    {
        var stored = SweepStore.Open(_path);
        var differences = SweepManifest.Read(_path).DifferencesTo(_manifest).ToArray();
        if (differences.Length > 0)
        {
            throw new FileFault(
                Path.Combine(_path, SweepManifest.FileName), $"The stored sweep is another one. Different: {string.Join("; ", differences)}.", "A sweep goes on with what it began with.", "Make these equal, or choose another folder.");
        }

        // Values come from the grid: the same bits, and one object for each point.
        return [.. stored.Points.Select(point => point with { Parameters = grid[point.Index] })];
    }

    private static List<string> OursIn(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(path => Path.GetFileName(path) is var name && (name == SweepManifest.FileName || TableFile.IsMatch(name)))]
            : [];

    [GeneratedRegex(@"^(?<table>points|dipoles|spikes|potentials|recordings)-(?<range>(?<first>\d{6,})-\d{6,})\.(?<files>parquet|csv)$")]
    private static partial Regex TableFile { get; }
}
