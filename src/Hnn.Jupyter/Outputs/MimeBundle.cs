using System.Collections.Immutable;
using System.Text.Json;

namespace Hnn.Jupyter.Outputs;

/// <summary>One value in several forms, each under its MIME type; a notebook shows the richest form it can. Immutable.</summary>
/// <remarks>Every form is a text: pictures such as <c>image/png</c> in base64, JSON types (<see cref="IsJson"/>) as JSON text, which a file stores as JSON.</remarks>
public sealed class MimeBundle
{
    /// <summary>A bundle without any form.</summary>
    public static MimeBundle Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    private MimeBundle(ImmutableSortedDictionary<string, string> forms) => Forms = forms;

    /// <summary>The forms by MIME type, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, string> Forms { get; }

    /// <summary>The form of a MIME type, or null if there is none.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    public string? this[string mimeType] => Forms.GetValueOrDefault(mimeType);

    /// <summary>A bundle of one form.</summary>
    /// <param name="mimeType">MIME type of the form.</param>
    /// <param name="content">The form.</param>
    /// <exception cref="ArgumentException">The MIME type is a JSON type and the content is not JSON.</exception>
    public static MimeBundle Of(string mimeType, string content) => Empty.With(mimeType, content);

    /// <summary>A bundle of several forms.</summary>
    /// <param name="forms">MIME types and forms.</param>
    /// <exception cref="ArgumentException">A form of a JSON type is not JSON.</exception>
    public static MimeBundle Of(IEnumerable<KeyValuePair<string, string>> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        return forms.Aggregate(Empty, (bundle, form) => bundle.With(form.Key, form.Value));
    }

    /// <summary>Returns a bundle with one form more, or another one in its place.</summary>
    /// <param name="mimeType">MIME type of the form.</param>
    /// <param name="content">The form.</param>
    /// <exception cref="ArgumentException">The MIME type is a JSON type and the content is not JSON.</exception>
    public MimeBundle With(string mimeType, string content)
    {
        ArgumentException.ThrowIfNullOrEmpty(mimeType);
        ArgumentNullException.ThrowIfNull(content);
        if (IsJson(mimeType))
            RequireJson(mimeType, content);
        return new(Forms.SetItem(mimeType, content));
    }

    /// <summary>Whether values of a MIME type are JSON: <c>application/json</c>, <c>application/geo+json</c> and their like.</summary>
    /// <param name="mimeType">A MIME type.</param>
    public static bool IsJson(string mimeType)
    {
        ArgumentNullException.ThrowIfNull(mimeType);
        return mimeType == "application/json" || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));
    }

    private static void RequireJson(string mimeType, string content)
    {
        try
        {
            StrictJson.Parse(content).Dispose();
        }
        catch (JsonException fault)
        {
            throw new ArgumentException($"The content for {mimeType} is not JSON: {fault.Message} Pass JSON text, or another MIME type.", nameof(content), fault);
        }
    }
}
