using System.Text;

namespace Hnn.Jupyter.Outputs;

/// <summary>What a terminal shows of a text: a carriage return goes back to the start of the line, and what follows overwrites it.</summary>
internal sealed class TerminalText
{
    private readonly StringBuilder text = new();
    private int lineStart;
    private int cursor;

    /// <summary>Writes at the cursor.</summary>
    public void Append(string addition)
    {
        foreach (var character in addition)
        {
            if (character == '\r')
                cursor = lineStart;
            else if (character == '\n')
                EndLine();
            else
                Put(character);
        }
    }

    /// <summary>The lines as they stand.</summary>
    public override string ToString() => text.ToString();

    private void Put(char character)
    {
        if (cursor < text.Length)
            text[cursor] = character;
        else
            text.Append(character);
        cursor++;
    }

    private void EndLine()
    {
        text.Append('\n');
        lineStart = cursor = text.Length;
    }
}
