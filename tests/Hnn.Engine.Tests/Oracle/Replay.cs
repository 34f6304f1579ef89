using System.Globalization;
using Hnn.Engine.Runs;
using Hnn.Testing;
using Hnn.Testing.Oracle;

namespace Hnn.Engine.Tests.Oracle;

/// <summary>A recorded table, and how the oracle is compared with it.</summary>
/// <param name="Table">Recorded samples, their times in the column <c>time</c>.</param>
/// <param name="Reader">What the oracle has for a column.</param>
/// <param name="Tolerance">Largest difference allowed in a column, of which the largest recorded magnitude is given.</param>
internal sealed record Comparison(ReferenceTable Table, Func<string, Func<double>> Reader, Func<double, double> Tolerance);

/// <summary>Runs an oracle trial along recorded samples and compares it with them, column by column.</summary>
internal static class Replay
{
    /// <summary>Input of a trial whose only drive cell spikes at the given times.</summary>
    public static TrialInput Spikes(params double[] times) => new([[.. times]]);

    /// <summary>Asserts that a trial passes through all recorded numbers.</summary>
    /// <param name="trial">A trial at its beginning; it is run to its end.</param>
    /// <param name="timeStep">Its step in ms.</param>
    /// <param name="comparisons">What it is compared with.</param>
    public static void Agrees(OracleTrial trial, double timeStep, params Comparison[] comparisons)
    {
        var tracks = comparisons.Select(comparison => new Track(comparison, trial, timeStep)).ToArray();
        var sample = 0;
        void Compare()
        {
            foreach (var track in tracks)
                track.Compare(sample);
            sample++;
        }

        Compare();
        while (sample <= trial.StepCount)
            trial.Step(Compare);

        Assert.Empty(tracks.SelectMany(track => track.Failures()));
    }

    /// <summary>Reads <c>section(x)</c>.</summary>
    public static (string Section, double X) Place(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return (text[..open], double.Parse(text[(open + 1)..^1], CultureInfo.InvariantCulture));
    }

    /// <summary>One table on the way: which rows are still to come, and the largest difference so far of each column.</summary>
    private sealed class Track(Comparison comparison, OracleTrial trial, double timeStep)
    {
        private readonly double[] _times = comparison.Table["time"];
        private readonly Dictionary<int, int> _rowOfSample =
            comparison.Table["time"].Index().ToDictionary(row => (int)Math.Round(row.Item / timeStep), row => row.Index);

        private readonly Column[] _columns =
            [.. comparison.Table.Columns.Where(name => name != "time").Select(name => new Column(name, comparison.Table[name], comparison.Reader(name)))];

        public void Compare(int sample)
        {
            if (!_rowOfSample.Remove(sample, out var row))
                return;
            Assert.Equal(_times[row], trial.Time);
            foreach (var column in _columns)
                column.Error = Math.Max(column.Error, Math.Abs(column.Read() - column.Recorded[row]));
        }

        public IEnumerable<string> Failures() => _columns
            .Where(column => !(column.Error <= comparison.Tolerance(column.Largest)))
            .Select(column => $"{column.Name}: off by {column.Error:g3}, largest {column.Largest:g3}")
            .Concat(_rowOfSample.Values.Select(row => $"The trial ended before {_times[row]} ms."));
    }

    private sealed record Column(string Name, double[] Recorded, Func<double> Read)
    {
        public double Error { get; set; }

        public double Largest { get; } = Recorded.Max(Math.Abs);
    }
}
