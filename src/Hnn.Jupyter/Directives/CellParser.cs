using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hnn.Jupyter.Directives;

/// <summary>Takes a cell apart into code and directives.</summary>
internal static partial class CellParser
{
    /// <summary>The languages a cell can switch to with <c>#!name</c>, each with its own name for it.</summary>
    public static readonly ImmutableSortedDictionary<string, string> Languages = new Dictionary<string, string>
    {
        ["csharp"] = "csharp",
        ["c#"] = "csharp",
        ["markdown"] = "markdown",
        ["html"] = "html",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["meta"] = "meta",
    }.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>The parts of a cell, in order. Lines of C# keep their numbers.</summary>
    /// <exception cref="DirectiveException">A directive is unknown or incomplete.</exception>
    public static ImmutableArray<CellPart> Parse(string cell)
    {
        var lines = cell.ReplaceLineEndings("\n").Split('\n');
        var parts = ImmutableArray.CreateBuilder<CellPart>();
        var (language, start) = ("csharp", 0);
        var isDirective = DirectivesOf(lines, start, language);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!isDirective(i))
                continue;
            AddText(parts, lines, start, i, language);
            start = i + 1;
            if (LanguageSwitch.Match(lines[i]) is { Success: true } match && Languages.TryGetValue(match.Groups["name"].Value, out var next))
                isDirective = DirectivesOf(lines, start, language = next);
            else
                parts.Add(Directive(lines[i], i + 1));
        }

        AddText(parts, lines, start, lines.Length, language);
        return parts.ToImmutable();
    }

    // In C#, a line inside a string or comment may look like a directive: the compiler's own parser knows better.
    private static Func<int, bool> DirectivesOf(string[] lines, int start, string language)
    {
        if (language != "csharp")
            return i => Magic.IsMatch(lines[i]);
        if (!lines.Skip(start).Any(line => Directives.IsMatch(line)))
            return _ => false;
        var root = CSharpSyntaxTree.ParseText(string.Join('\n', lines.Skip(start)), Script).GetRoot();
        var text = root.SyntaxTree.GetText();
        return i => Directives.IsMatch(lines[i]) && root.FindTrivia(text.Lines[i - start].Start + lines[i].IndexOf('#', StringComparison.Ordinal)).GetStructure() is DirectiveTriviaSyntax { IsActive: true };
    }

    private static void AddText(ImmutableArray<CellPart>.Builder parts, string[] lines, int start, int end, string language)
    {
        var text = string.Join('\n', lines[start..end]);
        if (!string.IsNullOrWhiteSpace(text))
            parts.Add(new TextPart(start + 1, language, text));
    }

    private static CellPart Directive(string text, int line)
    {
        if (Package.Match(text) is { Success: true } package)
            return new PackagePart(line, package.Groups["name"].Value, package.Groups["version"].Value);
        if (Source.Match(text) is { Success: true } source)
            return new SourcePart(line, source.Groups["source"].Value);
        if (Reference.Match(text) is { Success: true } reference && !reference.Groups["path"].Value.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            return new ReferencePart(line, reference.Groups["path"].Value);
        if (Import.Match(text) is { Success: true } import)
            return new ImportPart(line, import.Groups["path"].Value);
        if (Time.IsMatch(text))
            return new TimePart(line);
        if (Variables.IsMatch(text))
            return new VariablesPart(line);
        throw new DirectiveException(line, $"The directive '{text.Trim()}' is unknown or incomplete. Known are: {Known}.");
    }

    private const string Known = "#r \"file.dll\", #r \"nuget:Name, Version\", #i \"nuget:folder or address\", #!import file, #!csharp, #!markdown, #!html, #!javascript, #!time, #!whos";

    /// <summary>The beginnings of directives, for completion.</summary>
    public static readonly ImmutableArray<string> DirectiveNames = ["#r", "#i", "#!import", "#!csharp", "#!markdown", "#!html", "#!javascript", "#!time", "#!whos"];

    [GeneratedRegex(@"^\s*#(!|[ri]\b)")]
    private static partial Regex Directives { get; }

    [GeneratedRegex(@"^\s*#!")]
    private static partial Regex Magic { get; }

    [GeneratedRegex(@"^\s*#!(?<name>[\w#]+)\s*$")]
    private static partial Regex LanguageSwitch { get; }

    [GeneratedRegex("""^\s*#r\s+"\s*nuget:\s*(?<name>[\w.\-]+)\s*(,\s*(?<version>[\w.\-+*\[\](),]+)\s*)?"\s*(//.*)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex Package { get; }

    [GeneratedRegex("""^\s*#i\s+"\s*nuget:\s*(?<source>[^"]+?)\s*"\s*(//.*)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex Source { get; }

    [GeneratedRegex("""^\s*#r\s+"\s*(?<path>[^"]+?)\s*"\s*(//.*)?$""")]
    private static partial Regex Reference { get; }

    [GeneratedRegex("""^\s*#!import\s+"?(?<path>[^"]+?)"?\s*$""")]
    private static partial Regex Import { get; }

    [GeneratedRegex(@"^\s*#!time\s*$")]
    private static partial Regex Time { get; }

    [GeneratedRegex(@"^\s*#!whos?\s*$")]
    private static partial Regex Variables { get; }
}
