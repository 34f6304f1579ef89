using System.Collections.Immutable;
using System.Globalization;
using Hnn.Jupyter.Displays;
using Hnn.Jupyter.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hnn.Programs.Writing;

/// <summary>The C# of a cell, taken apart as a program needs it.</summary>
/// <param name="Usings">Its using directives.</param>
/// <param name="Statements">What is left, with a last expression turned into a call that displays it; may be empty.</param>
/// <param name="Types">The types it declares, with the comments above them; may be empty.</param>
internal sealed record CellCode(ImmutableArray<string> Usings, string Statements, string Types)
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>Takes the C# of a cell apart.</summary>
    /// <param name="code">The code, without directives.</param>
    /// <param name="fault">Makes the exception for what no program can hold.</param>
    /// <exception cref="NotebookException">The code is not C#, or declares what only a notebook can.</exception>
    public static CellCode Of(string code, Func<string, NotebookException> fault)
    {
        var root = CSharpSyntaxTree.ParseText(code, Script).GetCompilationUnitRoot();
        if (root.GetDiagnostics().FirstOrDefault(problem => problem.Severity == DiagnosticSeverity.Error) is { } error)
            throw fault($"Its C# cannot be read: {error.GetMessage(CultureInfo.InvariantCulture)} Correct it there.");
        foreach (var member in root.Members)
            RequireLocal(member, fault);

        var types = root.Members.Where(IsType).ToArray();
        var changes = root.Usings.Select(each => new TextChange(RestOfLine(each, code), ""))
            .Concat(types.Select(type => new TextChange(type.FullSpan, "")))
            .Concat(Displaying(root));
        return new CellCode(
            [.. root.Usings.Select(each => each.NormalizeWhitespace().ToString())],
            Tidy(SourceText.From(code).WithChanges(changes.OrderBy(change => change.Span)).ToString()),
            string.Join("\n\n", types.Select(type => Tidy(type.ToFullString()))));
    }

    private static bool IsType(MemberDeclarationSyntax member) => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    // Variables and methods of a script are members of a class; in a program they are local.
    private static void RequireLocal(MemberDeclarationSyntax member, Func<string, NotebookException> fault)
    {
        if (IsType(member) || member is GlobalStatementSyntax)
            return;
        if (member is not (FieldDeclarationSyntax or MethodDeclarationSyntax))
            throw fault($"It declares '{member.ToString().Split('\n')[0]}' outside of a type, and a program cannot. Write it as a method, or within a type.");
        if (member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } method && first.Modifiers.Any(SyntaxKind.ThisKeyword))
            throw fault($"Its method '{method.Identifier}' extends a type, and in a program only a method of a static class can. Move it into one.");
        SyntaxKind[] allowed = member is FieldDeclarationSyntax ? [SyntaxKind.ConstKeyword] : [SyntaxKind.StaticKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.UnsafeKeyword];
        if (member.Modifiers.FirstOrDefault(each => !allowed.Contains(each.Kind())) is { RawKind: not 0 } modifier)
            throw fault($"It declares something '{modifier}' outside of a type, and in a program that is local. Leave out the word '{modifier}'.");
    }

    private static IEnumerable<TextChange> Displaying(CompilationUnitSyntax root) =>
        root.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var last } }
            ? [new(new TextSpan(last.SpanStart, 0), $"{nameof(NotebookFunctions.display)}("), new(new TextSpan(last.Span.End, 0), ");")]
            : [];

    // With the spaces behind it, and the line's end if nothing else stands there; a comment before it stays.
    private static TextSpan RestOfLine(UsingDirectiveSyntax directive, string code)
    {
        var end = directive.Span.End;
        while (end < code.Length && code[end] is ' ' or '\t')
            end++;
        return TextSpan.FromBounds(directive.SpanStart, end < code.Length && code[end] == '\n' ? end + 1 : end);
    }

    private static string Tidy(string code) => code.Trim('\n').TrimEnd();
}
