using System.Collections.Immutable;
using System.Text;
using Hnn.Core.Results;

namespace Hnn.Core.Files;

/// <summary>Dipoles as the reference's text files: a row per sample, columns time, <c>agg</c>, <c>L2</c>, <c>L5</c>; measured ones have time and moment only.</summary>
public static class DipoleFile
{
    private const int MaxBytes = 256 * 1024 * 1024;
    private static readonly string[] Extensions = [".txt", ".csv"];

    /// <summary>Reads a dipole. Columns are separated by blanks, tabs or commas; <c>#</c> starts a comment.</summary>
    /// <param name="path">Path of a <c>.txt</c> or <c>.csv</c> file.</param>
    /// <exception cref="FileFault">The file is missing, of another kind, larger than 256 MB, or malformed; the fault names the place.</exception>
    public static Dipole Read(string path) => Parse(path, TextOf(path, "They are text files of two or four columns."));

    /// <summary>Reads the trials of a recording: a column of times in ms, then one of moments in nAm for each trial. Columns are separated by blanks, tabs or commas; <c>#</c> starts a comment.</summary>
    /// <param name="path">Path of a <c>.txt</c> or <c>.csv</c> file.</param>
    /// <returns>A dipole for each trial, with the whole as its only layer. Shape: [trials].</returns>
    /// <exception cref="FileFault">The file is missing, of another kind, larger than 256 MB, or malformed; the fault names the place.</exception>
    public static ImmutableArray<Dipole> ReadTrials(string path) => ParseTrials(path, TextOf(path, "Trials are text files: a column of times and one for each trial."));

    /// <summary>Writes a dipole: times with 3 decimals, moments with 4, separated by tabs. The file appears whole or not at all.</summary>
    /// <param name="dipole">The dipole: <c>agg</c> alone, or with <c>L2</c> and <c>L5</c>.</param>
    /// <param name="path">Path of a <c>.txt</c> file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default: true.</param>
    /// <exception cref="ArgumentException">The extension is another, or the dipole has other layers, which the file could not name.</exception>
    /// <exception cref="IOException">The file exists and may not be replaced, or cannot be written.</exception>
    public static void Write(Dipole dipole, string path, bool overwrite = true)
    {
        ArgumentNullException.ThrowIfNull(dipole);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!IsText(path))
            throw new ArgumentException($"Dipoles are not written as '{Path.GetExtension(path)}' files. Pass a path that ends in .txt.", nameof(path));
        if (dipole.Layers.Length != 1 && !dipole.Layers.SequenceEqual(LayerNames))
            throw new ArgumentException($"A dipole file holds agg, or agg, L2 and L5; this dipole has {string.Join(", ", dipole.Layers)}. Make one with these layers.", nameof(dipole));
        AtomicFile.WriteText(path, Format(dipole), overwrite);
    }

    private static readonly ImmutableArray<string> LayerNames = [Dipole.Aggregate, "L2", "L5"];

    internal static Dipole Parse(string path, string text)
    {
        var columns = Columns(path, text, width => width is 2 or 4, "A dipole file has 2 (time, moment) or 4 (time, agg, L2, L5).");
        return new Dipole(columns[0], LayerNames.Zip(columns.Skip(1), KeyValuePair.Create));
    }

    internal static ImmutableArray<Dipole> ParseTrials(string path, string text)
    {
        var columns = Columns(path, text, width => width >= 2, "A file of trials has one of times, then one for each trial.");
        return [.. columns.Skip(1).Select(trial => new Dipole(columns[0], trial))];
    }

    private static ImmutableArray<double>[] Columns(string path, string text, Func<int, bool> isWidth, string widths)
    {
        var columns = new List<List<double>>();
        var lastRow = 0;
        foreach (var row in NumberColumns.Rows(path, text))
        {
            CheckWidth(row, columns.Count, isWidth, widths);
            while (columns.Count < row.Words.Length)
                columns.Add([]);
            for (var column = 0; column < columns.Count; column++)
                columns[column].Add(row.NumberAt(column, column == 0 ? "the time in ms" : "a dipole moment in nAm"));
            if (columns[0].Count > 1 && columns[0][^1] <= columns[0][^2])
                throw row.Fault(0, $"The time {row.Words[0]} is not after the one before it.", "Samples stand in the order of time.", "Sort the rows, or remove the repeated one.");
            lastRow = row.Number;
        }

        if (columns.Count == 0 || columns[0].Count < 2)
            throw new FileFault(path, $"The file holds {(columns.Count == 0 ? "no sample" : "one sample")}.", "A dipole has at least two.", "Check that the file was written to its end.") { Line = lastRow > 0 ? lastRow : null };
        return [.. columns.Select(column => column.ToImmutableArray())];
    }

    internal static string Format(Dipole dipole)
    {
        var text = new StringBuilder(dipole.Times.Length * 8 * (1 + dipole.Layers.Length));
        for (var sample = 0; sample < dipole.Times.Length; sample++)
        {
            text.Append(FixedPoint.Format(dipole.Times[sample], 3));
            foreach (var layer in dipole.Layers)
                text.Append('\t').Append(FixedPoint.Format(dipole[layer][sample], 4));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void CheckWidth(TextRow row, int expected, Func<int, bool> isWidth, string widths)
    {
        if (expected > 0 ? row.Words.Length == expected : isWidth(row.Words.Length))
            return;
        throw row.Fault(
            null,
            $"The line has {row.Words.Length} columns.",
            expected > 0 ? $"The lines before it have {expected}." : widths,
            "Write all columns in every line.");
    }

    private static string TextOf(string path, string kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return IsText(path)
            ? TextFile.Read(path, MaxBytes)
            : throw new FileFault(path, $"Dipoles are not read from '{Path.GetExtension(path)}' files.", kind, "Save the dipole as .txt and read that.");
    }

    private static bool IsText(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
