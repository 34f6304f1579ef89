using System.Collections.Immutable;
using Hnn.Core.Files;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Core.Sweeps.Storage;

namespace Hnn.Core.Sweeps;

/// <summary>A stored sweep, opened for reading. Points are read at once, other tables when they are asked for.</summary>
/// <example><c>foreach (var point in SweepStore.Open("sweep").Points) Console.WriteLine(point["peak"]);</c></example>
public sealed class SweepStore
{
    private readonly string _folder;
    private readonly SweepManifest _manifest;
    private readonly ImmutableArray<(string Range, ImmutableHashSet<int> Points)> _files;

    // The table read last, for those who ask point by point.
    private ReadTable? _last;

    private SweepStore(string folder, SweepManifest manifest)
    {
        (_folder, _manifest) = (folder, manifest);
        var points = new SortedDictionary<int, SweepPoint>();
        var files = ImmutableArray.CreateBuilder<(string, ImmutableHashSet<int>)>();
        foreach (var (path, range) in SweepFolder.PointFiles(folder, manifest.Files))
        {
            var here = PointsOf(path).ToImmutableArray();
            foreach (var point in here)
            {
                if (point.Index < 0 || point.Index >= manifest.Points || !points.TryAdd(point.Index, point))
                    throw new FileFault(path, $"The file holds point {point.Index}.", $"The points are 0 to {manifest.Points - 1}, each in one file.", "Remove files that do not belong to the sweep.");
            }

            files.Add((range, [.. here.Select(point => point.Index)]));
        }

        (Points, _files) = ([.. points.Values], files.ToImmutable());
    }

    /// <summary>The points that were finished, in order, without their results.</summary>
    public ImmutableArray<SweepPoint> Points { get; }

    /// <summary>Number of points of the whole sweep.</summary>
    public int Count => _manifest.Points;

    /// <summary>Whether all points are there; if not, the sweep can be resumed.</summary>
    public bool IsComplete => Points.Length == Count;

    /// <summary>Names of the parameters, in order.</summary>
    public ImmutableArray<string> Parameters => [.. _manifest.Parameters];

    /// <summary>Names of the summaries, in order.</summary>
    public ImmutableArray<string> Summaries => [.. _manifest.Summaries];

    /// <summary>Opens the folder of a sweep.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <exception cref="FileFault">It holds no sweep, or a damaged one; names the file.</exception>
    public static SweepStore Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new SweepStore(folder, SweepManifest.Read(folder));
    }

    /// <summary>Reads a table of all points. Its columns are described at <see cref="SweepOutputs"/>.</summary>
    /// <param name="output">One output; <see cref="SweepOutputs.None"/> for the table of points.</param>
    /// <exception cref="ArgumentException">The sweep did not store it.</exception>
    /// <exception cref="FileFault">A file is missing or damaged.</exception>
    public SweepTable Read(SweepOutputs output)
    {
        var name = NameOf(output);
        return _files.IsEmpty
            ? name == SweepTables.PointsName ? SweepTables.OfPoints([], _manifest.Parameters, _manifest.Summaries) : SweepTables.Of([], output).Single().Table
            : SweepTable.Joined([.. _files.Select(file => Table(name, file.Range))]);
    }

    /// <summary>The dipole of each trial of a point, scaled and smoothed as the sweep said. Shape: [trials]; empty if the point failed.</summary>
    /// <param name="point">Number of the point.</param>
    /// <exception cref="ArgumentException">The sweep did not store dipoles.</exception>
    /// <exception cref="KeyNotFoundException">The point is not there.</exception>
    /// <exception cref="FileFault">A file is missing or damaged.</exception>
    public ImmutableArray<Dipole> Dipoles(int point) => EachTrial(point, SweepOutputs.Dipoles, (table, rows) => new Dipole(
        table.Numbers("time")[rows],
        table.Columns[3..].Select(layer => KeyValuePair.Create(layer, table.Numbers(layer)[rows])).Where(layer => !double.IsNaN(layer.Value[0])),
        scaleApplied: _manifest.ScaleFactor));

    /// <summary>The spikes of each trial of a point. Shape: [trials]; empty if the point failed.</summary>
    /// <param name="point">Number of the point.</param>
    /// <exception cref="ArgumentException">The sweep did not store spikes.</exception>
    /// <exception cref="KeyNotFoundException">The point is not there.</exception>
    /// <exception cref="FileFault">A file is missing or damaged.</exception>
    public ImmutableArray<SpikeTable> Spikes(int point) => EachTrial(point, SweepOutputs.Spikes, (table, rows) => new SpikeTable(
        table.Numbers("time")[rows], table.Integers("gid")[rows], table.Texts("type")[rows]));

    // A point's rows stand together, those of a trial after those of the trial before.
    private ImmutableArray<T> EachTrial<T>(int point, SweepOutputs output, Func<SweepTable, Range, T> make)
    {
        var name = NameOf(output);
        if (Points.FirstOrDefault(each => each.Index == point) is not { } found)
            throw new KeyNotFoundException($"Point {point} is not stored. There are {Points.Length} of {Count} points.");
        if (found.Fault is not null)
            return [];
        var table = Table(name, _files.First(file => file.Points.Contains(point)).Range);
        var (points, trials) = (table.Integers("point"), table.Integers("trial"));
        var made = ImmutableArray.CreateBuilder<T>(_manifest.Trials);
        for (var (row, trial) = (Math.Max(points.IndexOf(point), 0), 0); trial < _manifest.Trials; trial++)
        {
            var first = row;
            while (row < points.Length && points[row] == point && trials[row] == trial)
                row++;
            made.Add(make(table, first..row));
        }

        return made.MoveToImmutable();
    }

    private SweepTable Table(string name, string range)
    {
        var path = Path.Combine(_folder, $"{name}-{range}.{_manifest.Files}");
        var last = _last;
        if (last?.Path == path)
            return last.Table;
        var table = TableFiles.Read(path, name);
        _last = new ReadTable(path, table);
        return table;
    }

    private string NameOf(SweepOutputs output)
    {
        if (output == SweepOutputs.None)
            return SweepTables.PointsName;
        return SweepTables.NamesOf(output).ToArray() is [var name] && _manifest.Tables.Contains(name)
            ? name
            : throw new ArgumentException($"'{output}' is not one of the stored tables: {string.Join(", ", _manifest.Tables)}. Ask for one of these, or set {nameof(ParameterSweep.Outputs)} of the sweep.", nameof(output));
    }

    private IEnumerable<SweepPoint> PointsOf(string path)
    {
        var table = TableFiles.Read(path, SweepTables.PointsName);
        string[] expected = ["point", .. _manifest.Parameters, .. _manifest.Summaries, "fault"];
        if (!table.Columns.SequenceEqual(expected))
            throw new FileFault(path, $"The columns are {string.Join(", ", table.Columns)}.", $"Those of the sweep are {string.Join(", ", expected)}.", "Remove files that do not belong to the sweep.");
        var (indices, faults) = (table.Integers("point"), table.Texts("fault"));
        for (var row = 0; row < table.RowCount; row++)
        {
            yield return new SweepPoint(
                indices[row],
                new ParameterValues(_manifest.Parameters.Select(name => KeyValuePair.Create(name, table.Numbers(name)[row]))),
                new OrderedDictionary<string, double>(_manifest.Summaries.Select(name => KeyValuePair.Create(name, table.Numbers(name)[row]))),
                faults[row].Length > 0 ? faults[row] : null,
                Result: null);
        }
    }

    private sealed record ReadTable(string Path, SweepTable Table);
}
