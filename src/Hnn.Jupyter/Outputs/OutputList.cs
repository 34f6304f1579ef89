using System.Collections.Immutable;

namespace Hnn.Jupyter.Outputs;

/// <summary>The outputs of one cell as a file stores them: console texts joined as a terminal shows them, displays with their newest value.</summary>
internal sealed class OutputList
{
    // A text's place is held by an output without text until the list is asked for: a cell may write in very many pieces.
    private readonly List<CellOutput> _outputs = [];
    private readonly Dictionary<int, TerminalText> _texts = [];
    private bool _clearsNext;

    /// <summary>Adds an output at the end.</summary>
    public void Add(CellOutput output)
    {
        if (_clearsNext)
            Clear(wait: false);
        if (output is StreamOutput stream)
            AddText(stream);
        else
            _outputs.Add(output);
    }

    /// <summary>Gives a display another value.</summary>
    /// <returns>Whether the display is in this list.</returns>
    public bool Update(string displayId, MimeBundle data)
    {
        var index = _outputs.FindIndex(output => output is DisplayOutput display && display.DisplayId == displayId);
        if (index >= 0)
            _outputs[index] = ((DisplayOutput)_outputs[index]) with { Data = data };
        return index >= 0;
    }

    /// <summary>Takes the outputs away: now, or when the next one comes.</summary>
    public void Clear(bool wait)
    {
        _clearsNext = wait;
        if (wait)
            return;
        _outputs.Clear();
        _texts.Clear();
    }

    /// <summary>The outputs so far.</summary>
    public ImmutableArray<CellOutput> ToImmutable() =>
        [.. _outputs.Select((output, i) => _texts.TryGetValue(i, out var text) ? ((StreamOutput)output) with { Text = text.ToString() } : output)];

    private void AddText(StreamOutput stream)
    {
        var continues = _outputs.Count > 0 && _outputs[^1] is StreamOutput last && last.IsError == stream.IsError;
        if (!continues)
        {
            _texts[_outputs.Count] = new TerminalText();
            _outputs.Add(stream with { Text = "" });
        }

        _texts[_outputs.Count - 1].Append(stream.Text);
    }
}
