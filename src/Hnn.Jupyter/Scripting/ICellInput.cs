namespace Hnn.Jupyter.Scripting;

/// <summary>A sink that can also ask the notebook's user for a line.</summary>
internal interface ICellInput
{
    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="prompt">What is asked; may be empty.</param>
    /// <param name="isPassword">Whether the answer is hidden while it is typed.</param>
    /// <param name="interrupt">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">Nobody can answer.</exception>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    string ReadLine(string prompt, bool isPassword, CancellationToken interrupt);
}
