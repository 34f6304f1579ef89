namespace Hnn.Jupyter.Outputs;

/// <summary>Receives what a cell puts out, in order, while it runs. Calls for one cell never overlap, but come from several threads.</summary>
public interface ICellSink
{
    /// <summary>Takes the next output.</summary>
    /// <param name="output">The output; consecutive console texts come in pieces.</param>
    void Show(CellOutput output);

    /// <summary>Replaces the value of an earlier display, perhaps of an earlier cell.</summary>
    /// <param name="displayId">The <see cref="DisplayOutput.DisplayId"/> of that display; unknown names are ignored.</param>
    /// <param name="data">The new value's forms.</param>
    void Update(string displayId, MimeBundle data);

    /// <summary>Takes all outputs so far away; a sink that only passes things on may do nothing.</summary>
    /// <param name="wait">Whether they stay until the next output comes, so that nothing flickers.</param>
    void Clear(bool wait)
    {
    }
}
