namespace Hnn.Jupyter.Tests.Kernel;

/// <summary>What came of a request: its answer, and what the kernel told everybody.</summary>
internal sealed record Execution(Message Reply, IReadOnlyList<Message> Published)
{
    public IEnumerable<string> Types => Published.Select(message => message.Type);

    public string Text => string.Concat(Published.Where(message => message.Type == "stream").Select(message => message["text"]));

    /// <summary>The plain form of the last display or result.</summary>
    public string Shown => Published.Last(message => message.Type is "execute_result" or "display_data").Content.GetProperty("data").GetProperty("text/plain").GetString()!;
}
