using System.Text;

namespace Hnn.Jupyter.Scripting;

/// <summary>Console text that a cell has written and nobody has seen yet: in order, what follows each other on the same stream joined. May be used by many threads.</summary>
internal sealed class CellText
{
    /// <summary>How many characters a cell can put out. What it writes beyond them is left out: a loop without end must fill neither memory nor file.</summary>
    public const int Most = 20_000_000;

    private readonly Lock _gate = new();
    private readonly List<(StringBuilder Text, bool IsError)> _pieces = [];
    private int _length;
    private bool _isClosed;

    /// <summary>Takes text, up to <see cref="Most"/>.</summary>
    /// <returns>Whether it is the first since the last <see cref="Take"/>, so that somebody has to be sent for it.</returns>
    public bool Add(ReadOnlySpan<char> text, bool isError)
    {
        lock (_gate)
        {
            if (_isClosed || _length > Most)
                return false;
            var isFirst = _pieces.Count == 0;
            var room = Most - _length;
            _length += text.Length;
            Append(text.Length <= room ? text : text[..room], isError);
            if (text.Length > room)
                Append($"\n[The cell wrote more than {Most / 1_000_000} million characters. The rest is left out: print less, or write it to a file.]\n", isError: true);
            return isFirst;
        }
    }

    /// <summary>Hands the text out, and has none any more.</summary>
    public (string Text, bool IsError)[] Take()
    {
        lock (_gate)
        {
            var taken = _pieces.Select(piece => (piece.Text.ToString(), piece.IsError)).ToArray();
            _pieces.Clear();
            return taken;
        }
    }

    /// <summary>Takes nothing from now on.</summary>
    public void Close()
    {
        lock (_gate)
            _isClosed = true;
    }

    private void Append(ReadOnlySpan<char> text, bool isError)
    {
        if (_pieces.Count == 0 || _pieces[^1].IsError != isError)
            _pieces.Add((new StringBuilder(), isError));
        _pieces[^1].Text.Append(text);
    }
}
