using Microsoft.AspNetCore.Html;

namespace Hnn.Jupyter.Displays;

/// <summary>What cells can call without any using.</summary>
public static class NotebookFunctions
{
    /// <summary>Shows a value in the running cell.</summary>
    /// <param name="value">The value, in the forms registered with Microsoft.DotNet.Interactive.Formatting.</param>
    /// <param name="mimeTypes">The forms to show instead of the preferred ones; a string is then taken as it is, and bytes as the content of a picture.</param>
    /// <returns>A handle that replaces the value.</returns>
    /// <exception cref="ArgumentException">The value has no form of such a MIME type.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Makes a value that is shown as the given HTML.</summary>
    /// <param name="content">HTML, taken as it is.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
