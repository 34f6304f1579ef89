using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hnn.Mpi.Launching;

// A whole command in a user's words: {n} stands for the number of ranks and {program} for what they run.
internal static partial class LaunchTemplate
{
    private const string Program = "{program}";

    /// <summary>The words of a command; double quotes hold together what spaces would part.</summary>
    public static ImmutableArray<string> Words(string command) => [.. Word.Matches(command).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal))];

    /// <summary>The words with ranks and program in their places; the program is last where it has none.</summary>
    /// <param name="template">The command.</param>
    /// <param name="count">Number of ranks.</param>
    /// <param name="extra">Arguments to stand before the program.</param>
    /// <param name="ranks">What the ranks run: program and arguments.</param>
    public static ImmutableArray<string> Filled(string template, int count, IEnumerable<string> extra, IEnumerable<string> ranks)
    {
        var words = Words(template);
        return
        [
            .. (words.Contains(Program) ? words : words.Add(Program))
                .SelectMany(word => word == Program ? [.. extra, .. ranks] : (string[])[word.Replace("{n}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)]),
        ];
    }

    [GeneratedRegex(@"(?:[^\s""]|""[^""]*"")+")]
    private static partial Regex Word { get; }
}
