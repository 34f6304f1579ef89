using System.Net;
using Hnn.Jupyter.Displays;
using Hnn.Jupyter.Outputs;
using Microsoft.CodeAnalysis.Scripting;

namespace Hnn.Jupyter.Directives;

/// <summary>Carries out <c>#!whos</c>: shows the variables so far, each with its type and the beginning of its value.</summary>
internal static class VariableTable
{
    private const int MostValue = 80;

    /// <summary>Shows them.</summary>
    /// <returns>No value.</returns>
    public static (bool HasValue, object? Value) Show(IEnumerable<ScriptVariable> variables)
    {
        var rows = variables.OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable => new[] { variable.Name, NameOf(variable.Type), Beginning(variable.Value) })
            .Prepend(["Name", "Type", "Value"])
            .ToArray();
        DisplayedValue.Show(MimeBundle.Of("text/plain", Plain(rows)).With("text/html", Html(rows)));
        return default;
    }

    private static string Beginning(object? value)
    {
        var line = (ValueForms.Of(value, "text/plain")["text/plain"] ?? "").Split('\n')[0];
        return line.Length <= MostValue ? line : $"{line[..MostValue]}…";
    }

    private static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : type.Name;

    private static string Plain(string[][] rows)
    {
        var (first, second) = (rows.Max(row => row[0].Length), rows.Max(row => row[1].Length));
        return string.Join('\n', rows.Select(row => $"{row[0].PadRight(first)}  {row[1].PadRight(second)}  {row[2]}"));
    }

    private static string Html(string[][] rows) =>
        $"<table><thead>{Row(rows[0], "th")}</thead><tbody>{string.Concat(rows.Skip(1).Select(row => Row(row, "td")))}</tbody></table>";

    private static string Row(string[] cells, string tag) =>
        $"<tr>{string.Concat(cells.Select(cell => $"<{tag} style=\"text-align: left\">{WebUtility.HtmlEncode(cell)}</{tag}>"))}</tr>";
}
