namespace Hnn.Mpi.Launching;

// The last lines of a stream of text, up to a limit; filled by one thread and read by others.
internal sealed class ErrorTail(int limit)
{
    private readonly Queue<string> _lines = new();
    private int _length;

    /// <summary>Adds a line; the oldest go where all together are longer than the limit. Of a line that is longer alone, its end stays.</summary>
    public void Add(string line)
    {
        lock (_lines)
        {
            var kept = line.Length < limit ? line : line[^(limit - 1)..];
            _lines.Enqueue(kept);
            _length += kept.Length + 1;
            while (_length > limit)
                _length -= _lines.Dequeue().Length + 1;
        }
    }

    /// <summary>The lines, each with its end.</summary>
    public override string ToString()
    {
        lock (_lines)
            return string.Concat(_lines.Select(line => line + '\n'));
    }
}
