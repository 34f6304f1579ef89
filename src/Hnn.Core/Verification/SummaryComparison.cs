using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hnn.Core.Networks;
using Hnn.Core.Results;

namespace Hnn.Core.Verification;

/// <summary>Compares the recorded summary of a simulation, the object <c>results</c> of its settings file.</summary>
internal static class SummaryComparison
{
    private const double RangeTolerance = 1e-9;
    private const double RmseTolerance = 1e-6;

    /// <summary>First and one past the last gid of every population and drive, in order.</summary>
    public static Comparison GidRanges(JsonElement results, Network net)
    {
        var recorded = results.Entries("gid_ranges").Select(range => $"{range.Name} {string.Join("…", Wholes(range.Value, range.Name))}");
        return Differences("gid_ranges", recorded, net.GidRanges.Select(range => $"{range.Key} {range.Value.Start}…{range.Value.Stop}"));
    }

    /// <summary>Number of samples of a trial.</summary>
    public static Comparison SampleCount(JsonElement results, SimulationResult result) =>
        Differences("n_samples", [results.Whole("n_samples")], [result.Dipoles[0].Times.Length]);

    /// <summary>Number of spikes of each population and drive in each trial.</summary>
    public static Comparison SpikeCounts(JsonElement results, SimulationResult result) => Differences(
        "spike_counts",
        results.Items("spike_counts").SelectMany((trial, index) => trial.EnumerateObject().Select(count => (Key: (index, count.Name), Value: count.Value.AsWhole(count.Name))))
            .Where(count => count.Value > 0).OrderBy(count => count.Key.index).ThenBy(count => count.Key.Name, StringComparer.Ordinal).Select(Text),
        result.CellResponse.Trials.SelectMany((trial, index) => trial.Types.CountBy(type => type).Select(count => (Key: (index, Name: count.Key), count.Value)))
            .OrderBy(count => count.Key.index).ThenBy(count => count.Key.Name, StringComparer.Ordinal).Select(Text));

    /// <summary>Least and largest moment of each trial's raw dipole.</summary>
    public static Comparison DipoleRange(JsonElement results, SimulationResult result)
    {
        var recorded = results.Items("dipole_agg_range").SelectMany(range => new[] { range.Number("min"), range.Number("max") });
        return Relative("dipole_agg_range", recorded, result.Dipoles.SelectMany(Range), RangeTolerance, pairs: true);

        static double[] Range(Dipole dipole) => [dipole[Dipole.Aggregate].Min(), dipole[Dipole.Aggregate].Max()];
    }

    /// <summary>Root of the mean squared difference of each trial to a measured dipole, from 0 to the end.</summary>
    /// <param name="results">The recorded summary.</param>
    /// <param name="dipoles">The dipoles after postprocessing.</param>
    /// <param name="target">The measured dipole.</param>
    /// <param name="stopTime">End of the simulation in ms.</param>
    public static Comparison Rmse(JsonElement results, IEnumerable<Dipole> dipoles, Dipole target, double stopTime) => Relative(
        "rmse", results.Items("rmse").Select(value => value.AsNumber("rmse")), dipoles.Select(dipole => dipole.Rmse(target, 0, stopTime)), RmseTolerance, pairs: false);

    private static IEnumerable<int> Wholes(JsonElement list, string key) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(item => item.AsWhole(key)) : throw new InvalidDataException($"'{key}' is not a list. It must hold two gids. Correct it.");

    private static string Text(((int Trial, string Type) Key, int Value) count) => $"trial {count.Key.Trial}: {count.Value} {count.Key.Type}";

    // Counts the entries that only one side has.
    private static Comparison Differences<T>(string subject, IEnumerable<T> recorded, IEnumerable<T> simulated)
    {
        var (left, right) = (recorded.ToImmutableArray(), simulated.ToImmutableArray());
        if (left.SequenceEqual(right))
            return new Comparison(subject, 0, 0, "");
        var (gone, added) = (left.Except(right).ToArray(), right.Except(left).ToArray());
        var where = gone.Length + added.Length == 0 ? "the order" : $"recorded {Listed(gone)}, simulated {Listed(added)}";
        return new Comparison(subject, Math.Max(1, Math.Max(gone.Length, added.Length)), 0, where);
    }

    private static string Listed<T>(T[] items) => items.Length == 0 ? "nothing" : string.Join(", ", items);

    // Pairs are measured by the larger of the two, single numbers by themselves.
    private static Comparison Relative(string subject, IEnumerable<double> recorded, IEnumerable<double> simulated, double tolerance, bool pairs)
    {
        var (left, right) = (recorded.ToArray(), simulated.ToArray());
        if (left.Length != right.Length)
            throw new InvalidDataException($"'{subject}' has {left.Length} numbers. The replay has {right.Length}. Restore the file, or check the settings.");
        var worst = new Comparison(subject, 0, tolerance, "");
        for (var i = 0; i < left.Length; i++)
        {
            var measure = Math.Max(Math.Abs(left[i]), pairs ? Math.Abs(left[i ^ 1]) : 0);
            var difference = Math.Abs(right[i] - left[i]);
            var error = difference == 0 ? 0 : double.IsNaN(difference) ? double.MaxValue : measure == 0 ? 1 : difference / measure;
            if (error > worst.Error)
                worst = worst with { Error = error, Where = string.Create(CultureInfo.InvariantCulture, $"recorded {left[i]:R}, simulated {right[i]:R}") };
        }

        return worst;
    }
}
