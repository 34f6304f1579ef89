using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Files;

namespace Hnn.Core.Verification;

/// <summary>Compares columns over time with simulated traces.</summary>
/// <remarks>
/// A relative difference is measured by the largest recorded value of its column. A column that was recorded as nothing but zeros has
/// no such measure: its trace must be zero throughout, too, and counts as an error of 1 if it is not.
/// </remarks>
internal sealed class TraceComparison
{
    /// <summary>Name of the column of times.</summary>
    public const string Time = "time";

    // Recorded times are those of the same clock, bit for bit; this only forgives their being written with fewer digits.
    private const double TimeTolerance = 1e-9;

    /// <summary>What is compared, for example <c>vsec_trial0</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Times of the simulated samples in ms.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>Every how many samples one was recorded. Default: each.</summary>
    public int Decimation { get; init; } = 1;

    /// <summary>The largest error that passes.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Whether errors are fractions of the column's largest value, or absolute.</summary>
    public required bool IsRelative { get; init; }

    /// <summary>Compares every recorded column.</summary>
    /// <param name="table">The recorded columns, one of them the times.</param>
    /// <param name="trace">The simulated trace of a column's name; null if there is none.</param>
    /// <exception cref="FileFault">The table has other times, other samples, or a column that was not simulated.</exception>
    public Comparison With(RecordedTable table, Func<string, ImmutableArray<double>?> trace)
    {
        CheckTimes(table);
        var worst = new Comparison(Subject, 0, Tolerance, "");
        foreach (var column in table.Columns.Where(column => column != Time))
        {
            var simulated = trace(column)
                ?? throw new FileFault(table.Path, $"The column '{column}' has no counterpart.", "The replayed simulation records nothing of that name.", "Check the settings, or restore the file.") { Line = 1 };
            var (error, sample) = Difference(table.Numbers(column), simulated);
            if (error > worst.Error)
                worst = worst with { Error = error, Where = string.Create(CultureInfo.InvariantCulture, $"{column} at {Times[sample * Decimation]:0.####} ms") };
        }

        return worst;
    }

    private void CheckTimes(RecordedTable table)
    {
        var recorded = table.Numbers(Time);
        var expected = (Times.Length + Decimation - 1) / Decimation;
        if (recorded.Length != expected)
            throw new FileFault(table.Path, $"The table has {recorded.Length} rows.", $"The replay has {Times.Length} samples, of which every {Decimation}. makes {expected}.", "Restore the file, or check the settings.");
        for (var row = 0; row < recorded.Length; row++)
        {
            if (!(Math.Abs(recorded[row] - Times[row * Decimation]) <= TimeTolerance))
                throw new FileFault(table.Path, $"The time is {recorded[row]} ms.", $"The replay's sample is at {Times[row * Decimation]} ms.", "Restore the file, or check the settings.") { Line = row + 2 };
        }
    }

    private (double Error, int Sample) Difference(double[] recorded, ImmutableArray<double> simulated)
    {
        var (largest, at) = (0.0, 0);
        for (var row = 0; row < recorded.Length; row++)
        {
            var difference = Math.Abs(simulated[row * Decimation] - recorded[row]);
            if (double.IsNaN(difference))
                return (double.MaxValue, row);
            if (difference > largest)
                (largest, at) = (difference, row);
        }

        if (!IsRelative || largest == 0)
            return (largest, at);
        var peak = recorded.Max(Math.Abs);
        return (peak == 0 ? 1 : largest / peak, at);
    }
}
