using System.Text.Json.Nodes;
using Hnn.Jupyter.Completion;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Kernel;

/// <summary>Answers requests about code that is not run: what could follow, what a name means, whether a cell is complete.</summary>
internal sealed class CodeAnswers(LateEngine engine)
{
    private readonly CodeModel _model = new();

    /// <summary>Completes once for nothing: the first time takes seconds.</summary>
    public void WarmUp()
    {
        _ = CodeCompletion.Find(_model, engine.Value.Session, "Cons", 4);
        _ = CodeInspection.Describe(_model, engine.Value.Session, "Console", 7);
    }

    public JsonObject Complete(KernelRequest request)
    {
        var (text, cursor) = CodeAndCursor(request);
        var found = CodeCompletion.Find(_model, engine.Value.Session, text, cursor);
        var (start, end) = (CodePoints.Count(text, found.Start), CodePoints.Count(text, found.End));
        var types = found.Items.Select(item => (JsonNode)new JsonObject { ["start"] = start, ["end"] = end, ["text"] = item.Text, ["type"] = item.Kind });
        return Replies.Ok(new()
        {
            ["matches"] = Replies.Texts(found.Items.Select(item => item.Text)),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. types]) },
        });
    }

    public JsonObject Inspect(KernelRequest request)
    {
        var (text, cursor) = CodeAndCursor(request);
        var description = CodeInspection.Describe(_model, engine.Value.Session, text, cursor);
        return Replies.Ok(new()
        {
            ["found"] = description is not null,
            ["data"] = description is null ? [] : new JsonObject { ["text/plain"] = description },
            ["metadata"] = new JsonObject(),
        });
    }

    public static JsonObject IsComplete(KernelRequest request)
    {
        var state = CellCode.StateOf(request.Text("code"));
        var reply = new JsonObject { ["status"] = state.ToString().ToLowerInvariant() };
        if (state == CodeState.Incomplete)
            reply["indent"] = "";
        return reply;
    }

    /// <summary>The page that a cell such as <c>Math.Abs?</c> or <c>?Math.Abs</c> asks for.</summary>
    /// <returns>Whether the text asks for a page, and the page.</returns>
    public (bool IsAsked, JsonNode? Page) Page(string text)
    {
        var trimmed = text.Trim();
        var name = trimmed.Trim('?').Trim();
        if (name.Length == trimmed.Length || name.Length == 0 || name.Contains('\n', StringComparison.Ordinal))
            return (false, null);
        var description = CodeInspection.Describe(_model, engine.Value.Session, name, name.Length) ?? $"Nothing is known here by the name '{name}'.";
        return (true, new JsonObject { ["source"] = "page", ["data"] = new JsonObject { ["text/plain"] = description }, ["start"] = 0 });
    }

    private static (string Text, int Cursor) CodeAndCursor(KernelRequest request)
    {
        var text = request.Text("code");
        return (text, request.Number("cursor_pos") is { } cursor ? CodePoints.Index(text, cursor) : text.Length);
    }
}
