using System.Globalization;

namespace Hnn.Core.Files;

/// <summary>A file cannot be read as what it should be: which file, where in it, what is wrong, why, and how to mend it. The only exception readers throw for a file's content.</summary>
/// <remarks>Text readers set <see cref="Line"/> and <see cref="Column"/>, JSON readers <see cref="JsonPath"/> (and the line, where known).</remarks>
public sealed class FileFault : Exception
{
    /// <summary>Makes a fault; its place is set by the properties.</summary>
    /// <param name="fileName">Path of the file, as it was given.</param>
    /// <param name="what">What is wrong, one sentence.</param>
    /// <param name="why">What was expected instead, one sentence.</param>
    /// <param name="fix">What the reader of the message can do, one sentence.</param>
    /// <param name="cause">The exception behind it, if there is one.</param>
    public FileFault(string fileName, string what, string why, string fix, Exception? cause = null)
        : base(what, cause)
    {
        FileName = fileName;
        What = what;
        Why = why;
        Fix = fix;
    }

    /// <summary>Path of the file, as it was given.</summary>
    public string FileName { get; }

    /// <summary>Line of the fault, from 1; null if it concerns the whole file.</summary>
    public int? Line { get; init; }

    /// <summary>Column of the fault in characters, from 1; null if it concerns the whole line.</summary>
    public int? Column { get; init; }

    /// <summary>Place in a JSON document, for example <c>$.cell_types.L5_pyramidal</c>; null for other files.</summary>
    public string? JsonPath { get; init; }

    /// <summary>What is wrong.</summary>
    public string What { get; }

    /// <summary>What was expected instead.</summary>
    public string Why { get; }

    /// <summary>How to mend it.</summary>
    public string Fix { get; }

    /// <summary>The place as text: <c>line 3, column 5</c>, <c>at $.celsius</c>, or empty for the whole file.</summary>
    public string Place => string.Join(", ", Parts());

    /// <summary>File, place, what, why and fix in one line.</summary>
    public override string Message => $"{FileName}{(Place.Length > 0 ? $" ({Place})" : "")}: {string.Join(' ', new[] { What, Why, Fix }.Where(part => part.Length > 0))}";

    private IEnumerable<string> Parts()
    {
        if (JsonPath is not null)
            yield return $"at {JsonPath}";
        if (Line is { } line)
            yield return string.Create(CultureInfo.InvariantCulture, $"line {line}");
        if (Column is { } column)
            yield return string.Create(CultureInfo.InvariantCulture, $"column {column}");
    }
}
