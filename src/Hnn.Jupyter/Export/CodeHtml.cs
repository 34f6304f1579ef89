using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Hnn.Jupyter.Export;

/// <summary>C# as HTML, coloured as the compiler's own classifier sees it.</summary>
internal sealed class CodeHtml : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly Project _project;

    public CodeHtml() => _project = _workspace.AddProject("page", LanguageNames.CSharp).WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script));

    /// <summary>The code, each word of a kind in a span of its class.</summary>
    public string Of(string code)
    {
        var text = SourceText.From(code);
        var html = new StringBuilder();
        var end = 0;
        foreach (var word in Words(text))
        {
            html.Append(WebUtility.HtmlEncode(code[end..word.TextSpan.Start]));
            html.Append("<span class=\"").Append(Class(word.ClassificationType)).Append("\">").Append(WebUtility.HtmlEncode(text.ToString(word.TextSpan))).Append("</span>");
            end = word.TextSpan.End;
        }

        return html.Append(WebUtility.HtmlEncode(code[end..])).ToString();
    }

    public void Dispose() => _workspace.Dispose();

    // Words in order that do not overlap: of a string and the escapes in it, the string.
    private IEnumerable<ClassifiedSpan> Words(SourceText text)
    {
        var document = _project.AddDocument("cell.csx", text).WithSourceCodeKind(SourceCodeKind.Script);
        // Everything is in memory, and the result is there at once.
        var words = Classifier.GetClassifiedSpansAsync(document, new TextSpan(0, text.Length)).GetAwaiter().GetResult();
        var end = 0;
        foreach (var word in words.Where(word => Class(word.ClassificationType) is not null).OrderBy(word => word.TextSpan.Start).ThenByDescending(word => word.TextSpan.Length))
        {
            if (word.TextSpan.Start < end)
                continue;
            end = word.TextSpan.End;
            yield return word;
        }
    }

    private static string? Class(string classification) => classification switch
    {
        ClassificationTypeNames.Keyword or ClassificationTypeNames.ControlKeyword => "k",
        ClassificationTypeNames.StringLiteral or ClassificationTypeNames.VerbatimStringLiteral => "s",
        ClassificationTypeNames.Comment or ClassificationTypeNames.ExcludedCode => "c",
        ClassificationTypeNames.NumericLiteral => "n",
        ClassificationTypeNames.PreprocessorKeyword or ClassificationTypeNames.PreprocessorText => "p",
        ClassificationTypeNames.MethodName or ClassificationTypeNames.ExtensionMethodName => "m",
        ClassificationTypeNames.ClassName or ClassificationTypeNames.RecordClassName or ClassificationTypeNames.StructName or ClassificationTypeNames.RecordStructName
            or ClassificationTypeNames.InterfaceName or ClassificationTypeNames.EnumName or ClassificationTypeNames.DelegateName or ClassificationTypeNames.TypeParameterName => "t",
        _ => null,
    };
}
