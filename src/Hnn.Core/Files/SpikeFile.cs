using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Hnn.Core.Networks;
using Hnn.Core.Results;

namespace Hnn.Core.Files;

/// <summary>Spikes as the reference's text files: one file per trial, a row per spike, columns time in ms, gid, and type (missing in old files).</summary>
public static class SpikeFile
{
    private const int MaxBytes = 256 * 1024 * 1024;
    private static readonly string[] TrialMarks = ["%d", "{0}", "{}"];

    /// <summary>Reads the spikes of one trial.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>The spikes in the file's order; without a column of types, all types are empty.</returns>
    /// <exception cref="FileFault">The file is missing, larger than 256 MB, or malformed; the fault names the place.</exception>
    public static SpikeTable Read(string path) => Parse(path, TextFile.Read(path, MaxBytes));

    /// <summary>Reads the spikes of several trials, one file each.</summary>
    /// <param name="pattern">Path of one file, or with <c>*</c> and <c>?</c> in the file name those of all trials, taken in the order of their numbers (<c>spk_2</c> before <c>spk_10</c>).</param>
    /// <param name="gidRanges">The gids of each type: types for files without, and a check of the others. Default: unknown.</param>
    /// <exception cref="FileFault">There is no such file, one is malformed, or its types are neither in it nor given or contradict the given ones.</exception>
    public static ImmutableArray<SpikeTable> ReadAll(string pattern, IReadOnlyDictionary<string, GidRange>? gidRanges = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        return [.. Matches(pattern).Select(path => WithTypes(path, Read(path), gidRanges))];
    }

    /// <summary>Writes the spikes of each trial: time with 3 decimals, gid and type, separated by tabs. Each file appears whole or not at all.</summary>
    /// <param name="trials">The spikes of each trial; at least one trial.</param>
    /// <param name="path">Path with <c>%d</c> or <c>{0}</c> in place of the trial's number; without it, <c>_0</c>, <c>_1</c> … is put before the extension if there are several trials.</param>
    /// <param name="overwrite">Whether existing files may be replaced; if not, none is written when one exists. Default: true.</param>
    /// <returns>The paths written, in the order of the trials.</returns>
    /// <exception cref="ArgumentException">A type has blanks or the like in its name, or only some spikes have a type, which the file could not hold.</exception>
    /// <exception cref="IOException">A file exists and may not be replaced, or cannot be written.</exception>
    public static ImmutableArray<string> WriteAll(ImmutableArray<SpikeTable> trials, string path, bool overwrite = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var paths = Enumerable.Range(0, trials.Length).Select(trial => PathOf(path, trial, trials.Length)).ToImmutableArray();
        var texts = trials.Select(Format).ToArray();
        if (!overwrite && paths.FirstOrDefault(File.Exists) is { } existing)
            throw new IOException($"The file '{existing}' exists already, and overwriting was not allowed. Choose another name or pass overwrite: true.");
        foreach (var (text, target) in texts.Zip(paths))
            AtomicFile.WriteText(target, text, overwrite);
        return paths;
    }

    internal static SpikeTable Parse(string path, string text)
    {
        var (times, gids, types) = (new List<double>(), new List<int>(), new List<string>());
        var width = 0;
        foreach (var row in NumberColumns.Rows(path, text))
        {
            if (row.Words.Length is < 2 or > 3)
                throw row.Fault(null, $"The line has {row.Words.Length} columns.", "A spike has a time, a gid and a type, or in old files a time and a gid.", "Write all columns in every line.");
            if (width > 0 && row.Words.Length != width)
                throw row.Fault(null, $"The line has {row.Words.Length} columns.", $"The lines before it have {width}.", "Write all columns in every line.");
            width = row.Words.Length;
            times.Add(row.NumberAt(0, "the time of a spike in ms"));
            gids.Add(row.GidAt(1));
            types.Add(width == 3 ? row.Words[2] : "");
        }

        return new SpikeTable([.. times], [.. gids], [.. types]);
    }

    internal static string Format(SpikeTable spikes)
    {
        if (spikes.Types.FirstOrDefault(type => type.Any(IsSeparator)) is { } unwritable)
            throw new ArgumentException($"A spike file cannot hold the type '{unwritable}'. Rename it without blanks, commas and '#'.", nameof(spikes));
        if (spikes.Types.Contains("") && spikes.Types.Any(type => type.Length > 0))
            throw new ArgumentException("Some of the spikes have a type and some have none. Pass the gid ranges of the network to complete them.", nameof(spikes));
        var text = new StringBuilder(spikes.Count * 24);
        for (var spike = 0; spike < spikes.Count; spike++)
        {
            text.Append(FixedPoint.Format(spikes.Times[spike], 3)).Append('\t');
            text.Append(CultureInfo.InvariantCulture, $"{spikes.Gids[spike]}");
            text.Append(spikes.Types[spike].Length > 0 ? "\t" : "").Append(spikes.Types[spike]).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsSeparator(char character) => char.IsWhiteSpace(character) || character is ',' or '#';

    private static SpikeTable WithTypes(string path, SpikeTable spikes, IReadOnlyDictionary<string, GidRange>? gidRanges)
    {
        try
        {
            var complete = gidRanges is null ? spikes : GidTypes.Completed(spikes, gidRanges);
            if (complete.Types.IndexOf("") is >= 0 and var untyped)
                throw new FileFault(path, $"The type of gid {complete.Gids[untyped]} is not known.", "The file has no column of types, and no given gid range has this gid.", "Pass the gid ranges of the network the spikes come from.");
            return complete;
        }
        catch (ArgumentException cause)
        {
            throw new FileFault(path, "The types contradict the gid ranges.", cause.Message, "Pass the gid ranges of the network the spikes come from.", cause);
        }
    }

    private static string PathOf(string path, int trial, int trialCount)
    {
        var number = trial.ToString(CultureInfo.InvariantCulture);
        foreach (var mark in TrialMarks)
        {
            if (path.Contains(mark, StringComparison.Ordinal))
                return path.Replace(mark, number, StringComparison.Ordinal);
        }

        return trialCount == 1 ? path : $"{path[..^Path.GetExtension(path).Length]}_{number}{Path.GetExtension(path)}";
    }

    internal static IEnumerable<string> Matches(string pattern)
    {
        var name = Path.GetFileName(pattern);
        if (!name.AsSpan().ContainsAny('*', '?'))
            return [pattern];
        var folder = Path.GetDirectoryName(pattern) is { Length: > 0 } given ? given : ".";
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, name) : [];
        return paths.Length > 0
            ? paths.OrderBy(NaturalOrder.Key, StringComparer.Ordinal)
            : throw new FileFault(pattern, "There is no such file.", "No file name matches the pattern.", "Correct the path.");
    }
}
