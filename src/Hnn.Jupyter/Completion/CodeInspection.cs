using Hnn.Jupyter.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.QuickInfo;

namespace Hnn.Jupyter.Completion;

/// <summary>Explains the name at a place of a cell.</summary>
internal static class CodeInspection
{
    /// <summary>Its declaration, and what its documentation says; null if there is no name. Between the parentheses of a call it is the name of what is called.</summary>
    public static string? Describe(CodeModel model, ScriptSession session, string cell, int cursor) =>
        DescribeAsync(model.DocumentOf(session, CellCode.Only(cell)), cursor).GetAwaiter().GetResult();

    private static async Task<string?> DescribeAsync(Document document, int cursor)
    {
        var service = QuickInfoService.GetService(document)!;
        var root = (await document.GetSyntaxRootAsync().ConfigureAwait(false))!;
        foreach (var place in Places(root, cursor))
        {
            if (await service.GetQuickInfoAsync(document, place).ConfigureAwait(false) is { Sections.Length: > 0 } found)
                return string.Join("\n\n", found.Sections.Select(section => section.Text.ReplaceLineEndings("\n")).Where(text => text.Length > 0));
        }

        return null;
    }

    private static IEnumerable<int> Places(SyntaxNode root, int cursor)
    {
        yield return cursor;
        if (cursor == 0)
            yield break;
        yield return cursor - 1;
        var calls = root.FindToken(cursor - 1).Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>() ?? [];
        foreach (var call in calls)
            yield return call.SpanStart - 1;
    }
}
