namespace Hnn.Jupyter.Displays;

/// <summary>What cells can call on every value without any using.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value in the running cell and can stand at the end of an expression.</summary>
    /// <param name="value">The value, in the forms registered with Microsoft.DotNet.Interactive.Formatting.</param>
    /// <param name="mimeTypes">The forms to show instead of the preferred ones, as for <see cref="NotebookFunctions.display"/>.</param>
    /// <returns>A handle that replaces the value.</returns>
    /// <exception cref="ArgumentException">The value has no form of such a MIME type.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);
}
