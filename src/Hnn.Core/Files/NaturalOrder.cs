using System.Text.RegularExpressions;

namespace Hnn.Core.Files;

/// <summary>Orders names as people do: runs of digits by their value, so <c>spk_2</c> comes before <c>spk_10</c>.</summary>
internal static partial class NaturalOrder
{
    private const int LongestNumber = 20;

    /// <summary>A text whose ordinal order is the natural order of the name.</summary>
    public static string Key(string name) => Digits.Replace(name, match => match.Value.PadLeft(LongestNumber, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits { get; }
}
