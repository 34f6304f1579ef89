using Hnn.Jupyter.Directives;
using Hnn.Jupyter.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;

namespace Hnn.Jupyter.Completion;

/// <summary>Finds what may be typed at a place of a cell.</summary>
internal static class CodeCompletion
{
    /// <summary>Finds it: names of C#, or directives on a line that begins as one.</summary>
    public static CompletionItems Find(CodeModel model, ScriptSession session, string cell, int cursor)
    {
        var lineStart = cursor == 0 ? 0 : cell.LastIndexOf('\n', cursor - 1) + 1;
        if (cell[lineStart..cursor].TrimStart() is ['#', ..] start)
            return new CompletionItems(cursor - start.Length, cursor, [.. CellParser.DirectiveNames.Where(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Select(name => (name, "keyword"))]);
        var text = CellCode.Only(cell);
        return FindAsync(model.DocumentOf(session, text), text, cursor).GetAwaiter().GetResult();
    }

    private static async Task<CompletionItems> FindAsync(Document document, string text, int cursor)
    {
        var list = await CompletionService.GetService(document)!.GetCompletionsAsync(document, cursor).ConfigureAwait(false);
        var start = Math.Min(list.Span.Start, cursor);
        var typed = text[start..cursor];
        var items = list.ItemsList.Where(item => item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase) && !item.IsComplexTextEdit)
            .OrderByDescending(item => item.FilterText.StartsWith(typed, StringComparison.Ordinal)).ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase)
            .Select(item => (item.DisplayText, (item.Tags.FirstOrDefault() ?? "").ToLowerInvariant()))
            .Distinct();
        return new CompletionItems(start, cursor, [.. items]);
    }
}
