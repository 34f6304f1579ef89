using Hnn.Core.Results;
using Hnn.Plots.Colors;

namespace Hnn.Plots;

public static partial class Plots
{
    // Spikes read from a file come without the network's ranges; then the types that occur are all there is to know.
    private static string[] PopulationsOf(CellResponse response) =>
        [.. response.GidRanges.Keys.Concat(response.Trials.SelectMany(trial => trial.Types)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string[] CellTypesOf(CellResponse response) => response.CellTypes.IsEmpty ? PopulationsOf(response) : [.. response.CellTypes];

    private static string[] MembersOf(string word, string[] names)
    {
        // A full name stands for itself alone, so that evprox1 does not take evprox10 along.
        if (names.Contains(word, StringComparer.Ordinal))
            return [word];
        var members = names.Where(name => name.StartsWith(word, StringComparison.Ordinal)).ToArray();
        return members.Length > 0 && word.Length > 0
            ? members
            : throw new ArgumentException($"Nothing that can be shown begins with '{word}'. Name one of {Listing(names)}.", nameof(word));
    }

    private static IEnumerable<(double Time, int Gid, string Type)> SpikesOf(CellResponse response, IEnumerable<int>? trials) =>
        TrialsOf(response.Trials.Length, trials).Select(trial => response.Trials[trial])
            .SelectMany(table => table.Times.Zip(table.Gids, table.Types).Select(spike => (spike.First, spike.Second, spike.Third)));

    private static int[] TrialsOf(int count, IEnumerable<int>? chosen)
    {
        int[] trials = [.. chosen ?? Enumerable.Range(0, count)];
        foreach (var trial in trials)
            CheckTrial(trial, count, nameof(chosen));
        return trials;
    }

    private static void CheckTrial(int trial, int count, string name)
    {
        if (trial < 0 || trial >= count)
            throw new ArgumentOutOfRangeException(name, trial, $"There is no such trial; there are {count}, counted from 0. Choose among these.");
    }

    private static void CheckColors(IReadOnlyDictionary<string, Color>? colors, string[] names)
    {
        if (colors?.Keys.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } stranger)
            throw new ArgumentException($"A colour is given for '{stranger}', which is not shown. Give colours for some of {Listing(names)}.", nameof(colors));
    }

    private static Color ColorOf(string name, string population, string[] populations, IReadOnlyDictionary<string, Color>? colors) =>
        colors?.TryGetValue(name, out var color) is true ? color : Palette.Population(population, populations);

    private static string Listing(IEnumerable<string> names) => string.Join(", ", names);
}
