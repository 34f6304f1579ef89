using System.Globalization;

namespace Hnn.Core.Files;

/// <summary>Reads lines of columns: words separated by blanks, tabs or commas; <c>#</c> starts a comment, empty lines mean nothing.</summary>
internal static class NumberColumns
{
    private static readonly char[] Separators = [' ', '\t', ',', '\r', '\v', '\f'];

    /// <summary>The lines that hold anything, each with its words.</summary>
    public static IEnumerable<TextRow> Rows(string path, string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var content = line.Split('#')[0];
            var words = content.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
                yield return new TextRow(path, number, line, words);
        }
    }
}

/// <summary>A line of a text file, cut into words.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Number">Number of the line, from 1.</param>
/// <param name="Line">The whole line.</param>
/// <param name="Words">Its words.</param>
internal sealed record TextRow(string Path, int Number, string Line, string[] Words)
{
    /// <summary>A word as a finite number.</summary>
    /// <exception cref="FileFault">It is none.</exception>
    public double NumberAt(int column, string meaning) =>
        double.TryParse(Words[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Fault(column, $"'{Shown(Words[column])}' is not a number.", $"Column {column + 1} holds {meaning}.", "Write an ordinary number there.");

    /// <summary>A word as a gid: a whole number, not negative.</summary>
    /// <exception cref="FileFault">It is none.</exception>
    public int GidAt(int column) =>
        int.TryParse(Words[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Fault(column, $"'{Shown(Words[column])}' is not a gid.", $"Column {column + 1} holds the gid of a cell.", "Write a whole number from 0 on there.");

    /// <summary>A fault at a word, or at the whole line.</summary>
    public FileFault Fault(int? column, string what, string why, string fix) => new(Path, what, why, fix)
    {
        Line = Number,
        Column = column is { } index ? PositionOf(index) : null,
    };

    private int PositionOf(int index)
    {
        var position = 0;
        for (var word = 0; word <= index; word++)
        {
            position = Line.IndexOf(Words[word], position, StringComparison.Ordinal);
            if (word < index)
                position += Words[word].Length;
        }

        return position + 1;
    }

    private static string Shown(string word) => word.Length > 40 ? word[..40] + "…" : word;
}
