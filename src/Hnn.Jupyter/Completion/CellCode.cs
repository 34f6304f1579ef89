using Hnn.Jupyter.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hnn.Jupyter.Completion;

/// <summary>The C# of a cell, without its directives and other languages.</summary>
internal static class CellCode
{
    /// <summary>How a cell's C# is to be parsed.</summary>
    public static CSharpParseOptions Script { get; } = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>The cell with blanks for everything that is no C#, so that all else stays where it is. A directive that is not finished leaves the cell as it is.</summary>
    public static string Only(string cell)
    {
        try
        {
            var lines = cell.Split('\n');
            var kept = new bool[lines.Length];
            foreach (var part in CellParser.Parse(cell).OfType<TextPart>().Where(part => part.Language == "csharp"))
                kept.AsSpan(part.Line - 1, part.Text.Split('\n').Length).Fill(true);
            return string.Join('\n', lines.Select((line, i) => kept[i] ? line : new string(' ', line.Length)));
        }
        catch (DirectiveException)
        {
            return cell;
        }
    }

    /// <summary>Whether a cell can be run.</summary>
    public static CodeState StateOf(string cell)
    {
        var tree = CSharpSyntaxTree.ParseText(Only(cell), Script);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return CodeState.Incomplete;
        return tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? CodeState.Invalid : CodeState.Complete;
    }
}
