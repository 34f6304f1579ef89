using System.Text.RegularExpressions;

namespace Hnn.Core.Parameters;

// ParameterKeys: which keys there are, what values they take, and which one was probably meant.
internal static partial class ParameterKeys
{
    private static readonly Dictionary<string, ParameterKind> Kinds =
        ParameterDefaults.For(["t_evprox_1", "t_evdist_1"]).ToDictionary(pair => pair.Key, pair => pair.Value.Kind);

    // Whether parameter files may hold the key: one that has a default, an evoked drive's with any number, or one of the optional ones.
    public static bool IsKnown(string key) => Kinds.ContainsKey(FirstOfItsKind(key)) || Optional().IsMatch(key);

    // Whether the key holds a text.
    public static bool IsText(string key) =>
        key.EndsWith("_mechname", StringComparison.Ordinal) || Kinds.GetValueOrDefault(FirstOfItsKind(key)) == ParameterKind.Text;

    // Whether a value suits the key.
    public static bool Suits(string key, ParameterValue value) =>
        value.Kind == ParameterKind.Text ? IsText(key) : !IsText(key) && double.IsFinite(value.Number);

    // A sentence that says what values the key takes.
    public static string Expectation(string key) => IsText(key) ? "It takes a text." : "It takes a finite number.";

    // A sentence that names the key most like the given one.
    public static string Suggestion(string key, IEnumerable<string> keys)
    {
        var nearest = keys.MinBy(each => Distance(key, each));
        return nearest is null ? "The set is empty." : $"Is '{nearest}' meant?";
    }

    private static string FirstOfItsKind(string key) => EvokedNumber().Replace(key, "_1");

    // Edit distance (Levenshtein): the least number of characters inserted, removed or replaced to turn one text into the other.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var character in from)
        {
            var diagonal = row[0]++;
            for (var i = 1; i <= to.Length; i++)
            {
                var replaced = diagonal + (character == to[i - 1] ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.Min(replaced, Math.Min(row[i], row[i - 1]) + 1);
            }
        }
        return row[^1];
    }

    // Tonic biases, and parameters of synapses other than the standard one.
    [GeneratedRegex("^(Itonic_(A|t0|T)_(L2|L5)(Pyr|Basket)_soma|(L2|L5)Pyr_(ampa|nmda|gabaa|gabab)_[A-Za-z0-9]+)$")]
    private static partial Regex Optional();

    [GeneratedRegex("(?<=evprox|evdist)_[1-9][0-9]*(?=_|$)")]
    private static partial Regex EvokedNumber();
}
