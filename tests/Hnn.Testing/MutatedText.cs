namespace Hnn.Testing;

/// <summary>Damages texts at random, as bad disks, editors and people do: for tests that a reader takes anything.</summary>
public static class MutatedText
{
    private static readonly string[] Tokens =
    [
        "NaN", "Infinity", "-", "1e999", "-1", "99999999999999999999", "0x10", "1.5", "\0", "\n", "\t", " ", ",", ":", "\"", "{", "}", "[", "]",
        "null", "true", "#", "\uFEFF", "٣", "𝟙", "..", "e", "+", "\r\n", "%d", "\u2028",
    ];

    /// <summary>A copy with one to four damages: characters changed, lost or added, parts cut out, doubled or swapped, the end missing.</summary>
    /// <param name="text">The text; not empty.</param>
    /// <param name="seed">The same seed gives the same damage.</param>
    public static string Of(string text, int seed)
    {
        var random = new Random(seed);
        for (var damages = random.Next(1, 5); damages > 0; damages--)
            text = Damaged(text, random);
        return text;
    }

    private static string Damaged(string text, Random random)
    {
        var (first, second) = (random.Next(text.Length + 1), random.Next(text.Length + 1));
        var (from, to) = (Math.Min(first, second), Math.Max(first, second));
        var near = Math.Min(from + random.Next(1, 8), text.Length);
        return random.Next(8) switch
        {
            0 => text[..from],
            1 => text[from..],
            2 => text[..from] + text[to..],
            3 => text[..from] + text[near..],
            4 => text[..near] + text[from..near] + text[near..],
            5 => text[..from] + (char)random.Next(1, 0x250) + text[near..],
            6 => text[..from] + text[near..to.AtLeast(near)] + text[from..near] + text[to.AtLeast(near)..],
            _ => text[..from] + Tokens[random.Next(Tokens.Length)] + text[(random.Next(2) == 0 ? from : near)..],
        };
    }

    private static int AtLeast(this int value, int least) => Math.Max(value, least);
}
