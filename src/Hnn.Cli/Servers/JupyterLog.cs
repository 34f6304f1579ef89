using System.Text.RegularExpressions;

namespace Hnn.Cli.Servers;

/// <summary>What a Jupyter server writes: its errors are told, the rest is remembered for a while.</summary>
internal sealed partial class JupyterLog(Action<string> tell)
{
    private const int Kept = 20;

    private readonly Lock _gate = new();
    private readonly Queue<string> _tail = new();

    /// <summary>The last lines.</summary>
    public string Tail
    {
        get
        {
            lock (_gate)
                return string.Join('\n', _tail);
        }
    }

    /// <summary>Reads to the end.</summary>
    public async Task ReadAsync(TextReader reader)
    {
        var isError = false;
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lock (_gate)
            {
                _tail.Enqueue(line);
                if (_tail.Count > Kept)
                    _tail.Dequeue();
            }

            // Lines without a beginning of their own go on with what came before.
            if (Beginning.Match(line) is { Success: true } begun)
                isError = begun.Groups["level"].Value == "E";
            if (isError)
                tell(line);
        }
    }

    [GeneratedRegex(@"^\S{0,8}\[(?<level>[DIWEC]) \d")]
    private static partial Regex Beginning { get; }
}
