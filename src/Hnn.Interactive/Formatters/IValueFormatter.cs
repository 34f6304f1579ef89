using System.Collections.Immutable;

namespace Hnn.Interactive.Formatters;

/// <summary>Writes values of a type, and of types derived from it, for a notebook.</summary>
internal interface IValueFormatter
{
    /// <summary>The type.</summary>
    Type Type { get; }

    /// <summary>All MIME types it can write.</summary>
    ImmutableArray<string> MimeTypes { get; }

    /// <summary>Those of them the notebook shall ask for with its present settings.</summary>
    ImmutableArray<string> Preferred { get; }

    /// <summary>A value in one of the MIME types; never empty, the same text for the same value, lines ended by <c>\n</c>.</summary>
    string Format(object value, string mimeType);
}
