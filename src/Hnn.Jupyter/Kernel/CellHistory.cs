using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Kernel;

/// <summary>The cells that were run since the kernel started; it is forgotten with it.</summary>
internal sealed class CellHistory
{
    // Numbers of sessions begin at 1, and there is only this one; 0 stands for the present one.
    private const int Session = 1;

    private readonly Lock _gate = new();
    private readonly List<(int Number, string Code, string Result)> _cells = [];

    /// <summary>Adds a cell.</summary>
    public void Add(int number, string code, string result)
    {
        lock (_gate)
            _cells.Add((number, code, result));
    }

    /// <summary>Answers a request: the newest cells, a range of numbers, or those that match a pattern with * and ?.</summary>
    public JsonObject Find(KernelRequest request)
    {
        (int Number, string Code, string Result)[] cells;
        lock (_gate)
            cells = [.. _cells];
        var found = request.Text("hist_access_type") switch
        {
            "tail" => cells,
            "range" => InRange(cells, request),
            "search" => Matching(cells, request),
            var other => throw new NotSupportedException($"The kind of history '{other}' is unknown. Ask for tail, range or search."),
        };
        if (request.Text("hist_access_type") != "range" && request.Number("n") is { } most)
            found = [.. found.TakeLast(most)];
        var withResults = request.Flag("output", byDefault: false);
        return Replies.Ok(new() { ["history"] = new JsonArray([.. found.Select(cell => (JsonNode)new JsonArray(Session, cell.Number, withResults ? new JsonArray(cell.Code, cell.Result) : cell.Code))]) });
    }

    private static (int Number, string Code, string Result)[] InRange((int Number, string Code, string Result)[] cells, KernelRequest request)
    {
        var (start, stop) = (request.Number("start") ?? 0, request.Number("stop") ?? int.MaxValue);
        return request.Number("session") is null or 0 or Session ? [.. cells.Where(cell => cell.Number >= start && cell.Number < stop)] : [];
    }

    private static (int Number, string Code, string Result)[] Matching((int Number, string Code, string Result)[] cells, KernelRequest request)
    {
        var pattern = request.Text("pattern", "*");
        var found = cells.Where(cell => FileSystemName.MatchesSimpleExpression(pattern, cell.Code, ignoreCase: false));
        return request.Flag("unique", byDefault: false) ? [.. found.Reverse().DistinctBy(cell => cell.Code).Reverse()] : [.. found];
    }
}
