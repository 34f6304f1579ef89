using Hnn.Jupyter.Scripting;
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

    /// <summary>Takes away what the running cell has put out so far.</summary>
    /// <param name="wait">Whether it stays until the next output comes, so that nothing flickers. Default: false.</param>
    public static void clearOutput(bool wait = false) => RunningCell.Current?.Clear(wait);

    /// <summary>Asks the notebook's user for a line and waits for it.</summary>
    /// <param name="prompt">What is asked. Default: nothing.</param>
    /// <exception cref="InvalidOperationException">Nobody can answer: the notebook runs without a user.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static string input(string prompt = "") => Ask(prompt, isPassword: false);

    /// <summary>Asks the notebook's user for a line that is not shown while it is typed, and waits for it.</summary>
    /// <param name="prompt">What is asked. Default: Password.</param>
    /// <exception cref="InvalidOperationException">Nobody can answer: the notebook runs without a user.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static string password(string prompt = "Password") => Ask(prompt, isPassword: true);

    private static string Ask(string prompt, bool isPassword) =>
        RunningCell.Current is { } cell ? cell.Ask(prompt, isPassword) : throw new InvalidOperationException("Only code of a cell can ask for a line, and none is running here. Ask in the cell itself.");
}
