using Hnn.Engine.Runs;
using Hnn.Testing;
using Hnn.Testing.Oracle;

namespace Hnn.Engine.Tests.Oracle;

/// <summary>Runs an oracle trial along the samples of a recorded table and compares it column by column.</summary>
internal static class Replay
{
    /// <summary>Input of a trial whose only drive cell spikes at the given times.</summary>
    public static TrialInput Spikes(params double[] times) => new([[.. times]]);

    /// <summary>Asserts that the trial passes through the recorded numbers.</summary>
    /// <param name="trial">A trial at its beginning.</param>
    /// <param name="table">Recorded samples, their times in the column <c>time</c>, at least the last step of the trial among them or none beyond it.</param>
    /// <param name="timeStep">Step in ms.</param>
    /// <param name="reader">What the oracle has for a column.</param>
    /// <param name="tolerance">Largest difference allowed in a column of which the largest recorded magnitude is given.</param>
    public static void Agrees(
        OracleTrial trial, ReferenceTable table, double timeStep, Func<string, Func<double>> reader, Func<string, double, double> tolerance)
    {
        var rowOfSample = table["time"].Index().ToDictionary(row => (int)Math.Round(row.Item / timeStep), row => row.Index);
        var columns = table.Columns.Where(name => name != "time")
            .Select(name => (Name: name, Recorded: table[name], Read: reader(name))).ToArray();
        var errors = new double[columns.Length];
        void Compare(int sample)
        {
            if (!rowOfSample.Remove(sample, out var row))
                return;
            Assert.Equal(table["time"][row], trial.Time);
            for (var c = 0; c < columns.Length; c++)
                errors[c] = Math.Max(errors[c], Math.Abs(columns[c].Read() - columns[c].Recorded[row]));
        }

        Compare(0);
        for (var i = 1; i <= trial.StepCount && rowOfSample.Count > 0; i++)
            trial.Step(() => Compare(i));

        Assert.Empty(rowOfSample);
        var failures = columns.Zip(errors)
            .Where(pair => !(pair.Second <= tolerance(pair.First.Name, pair.First.Recorded.Max(Math.Abs))))
            .Select(pair => $"{pair.First.Name}: off by {pair.Second:g3}, largest {pair.First.Recorded.Max(Math.Abs):g3}");
        Assert.Empty(failures);
    }

    /// <summary>Reads <c>section(x)</c>.</summary>
    public static (string Section, double X) Place(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return (text[..open], double.Parse(text[(open + 1)..^1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
