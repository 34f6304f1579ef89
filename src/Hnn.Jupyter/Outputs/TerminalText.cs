using System.Text;

namespace Hnn.Jupyter.Outputs;

/// <summary>What a terminal shows of a text: a carriage return goes back to the start of the line, and what follows overwrites it.</summary>
internal sealed class TerminalText
{
    private readonly StringBuilder _text = new();
    private int _lineStart;
    private int _cursor;

    /// <summary>Writes at the cursor.</summary>
    public void Append(string addition)
    {
        foreach (var character in addition)
        {
            if (character == '\r')
                _cursor = _lineStart;
            else if (character == '\n')
                EndLine();
            else
                Put(character);
        }
    }

    /// <summary>The lines as they stand.</summary>
    public override string ToString() => _text.ToString();

    private void Put(char character)
    {
        if (_cursor < _text.Length)
            _text[_cursor] = character;
        else
            _text.Append(character);
        _cursor++;
    }

    private void EndLine()
    {
        _text.Append('\n');
        _lineStart = _cursor = _text.Length;
    }
}
