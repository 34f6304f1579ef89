using System.Text.Json;
using System.Text.RegularExpressions;
using Hnn.Jupyter.Notebooks;
using Markdig;

namespace Hnn.Jupyter.Export;

/// <summary>Markdown as HTML: that of CommonMark, with tables, footnotes and the like.</summary>
internal static partial class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    public static string Of(string markdown) => Markdown.ToHtml(markdown, Pipeline).ReplaceLineEndings("\n");

    /// <summary>The text of a cell, with the pictures that are attached to it.</summary>
    public static string Of(NotebookCell cell) => Of(Attachment.Replace(cell.Source, match => AttachedPicture(cell, match.Groups["name"].Value) ?? match.Value));

    private static string? AttachedPicture(NotebookCell cell, string name)
    {
        if (!cell.OtherFields.TryGetValue("attachments", out var attachments) || attachments.ValueKind != JsonValueKind.Object || !attachments.TryGetProperty(name, out var forms))
            return null;
        var picture = forms.EnumerateObject().FirstOrDefault(form => form.Name.StartsWith("image/", StringComparison.Ordinal));
        return picture.Value.ValueKind == JsonValueKind.Undefined ? null : $"(data:{picture.Name};base64,{TextLines.Join(picture.Value)?.ReplaceLineEndings("")})";
    }

    [GeneratedRegex(@"\(attachment:(?<name>[^)\s]+)\)")]
    private static partial Regex Attachment { get; }
}
