using System.Net;
using Hnn.Jupyter.Outputs;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Hnn.Jupyter.Displays;

/// <summary>The forms in which a value is shown, as Microsoft.DotNet.Interactive.Formatting makes them.</summary>
internal static class ValueForms
{
    private const string Plain = "text/plain";
    private const string Html = "text/html";

    /// <summary>The named forms of a value; without names the preferred ones of its type, and a plain text.</summary>
    /// <exception cref="ArgumentException">There is no form of a named type.</exception>
    public static MimeBundle Of(object? value, params string[] mimeTypes)
    {
        if (mimeTypes.Length > 0)
            return MimeBundle.Of(mimeTypes.Select(mimeType => KeyValuePair.Create(mimeType, Named(value, mimeType))));
        if (value is null)
            return MimeBundle.Of(Plain, Formatter.NullString);
        return value is IHtmlContent ? MimeBundle.Of(Html, Form(value, Html)) : Preferred(value);
    }

    private static MimeBundle Preferred(object value)
    {
        var type = value.GetType();
        var plain = Form(value, Plain);
        var forms = Formatter.GetPreferredMimeTypesFor(type).Where(mimeType => mimeType != Plain && IsRegistered(type, mimeType));
        return forms.Select(mimeType => KeyValuePair.Create(mimeType, Form(value, mimeType)))
            .Where(form => form.Key != Html || !SaysNoMore(form.Value, plain))
            .Aggregate(MimeBundle.Of(Plain, plain), (bundle, form) => bundle.With(form.Key, form.Value));
    }

    private static string Named(object? value, string mimeType)
    {
        if (value is string text)
            return text;
        if (value is byte[] bytes && mimeType.StartsWith("image/", StringComparison.Ordinal))
            return Convert.ToBase64String(bytes);
        if (value is null || IsRegistered(value.GetType(), mimeType))
            return Form(value, mimeType);
        throw new ArgumentException($"A {value.GetType().Name} has no form {mimeType}. Name another MIME type, pass a string, or register one with Formatter.Register.", nameof(mimeType));
    }

    private static string Form(object? value, string mimeType) => value.ToDisplayString(mimeType).ReplaceLineEndings("\n");

    // Asking Formatting 1.0.0-beta.23562.1 for a type's preferred form that nobody registered overflows the stack; for any other, it throws.
    private static bool IsRegistered(Type type, string mimeType)
    {
        if (Formatter.GetPreferredMimeTypesFor(type).Contains(mimeType) && !IsListed(type, mimeType) && !BringsItsFormatters(type))
            return false;
        try
        {
            return Formatter.GetPreferredFormatterFor(type, mimeType) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsListed(Type type, string mimeType) =>
        Formatter.RegisteredFormatters(includeDefaults: true).Any(formatter => formatter.MimeType == mimeType && Family(type).Contains(formatter.Type));

    // Formatters found by the convention of the attribute's name are not in the list.
    private static bool BringsItsFormatters(Type type) =>
        Family(type).Any(member => member.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(TypeFormatterSourceAttribute)));

    private static IEnumerable<Type> Family(Type type)
    {
        var members = type.GetInterfaces().ToList();
        for (var each = type; each is not null; each = each.BaseType)
            members.Add(each);
        return members.Concat(members.Where(member => member.IsGenericType).Select(member => member.GetGenericTypeDefinition()));
    }

    // The HTML of numbers and the like is their plain text in a frame, with a long style sheet behind it.
    private static bool SaysNoMore(string html, string plain)
    {
        var encoded = WebUtility.HtmlEncode(plain);
        return html == $"<span>{encoded}</span>" || html.StartsWith($"<div class=\"dni-plaintext\"><pre>{encoded}</pre></div><style>", StringComparison.Ordinal);
    }
}
