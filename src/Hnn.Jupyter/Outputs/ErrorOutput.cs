using System.Collections.Immutable;

namespace Hnn.Jupyter.Outputs;

/// <summary>What ended the cell early.</summary>
/// <param name="Name">Kind of the error, for example <c>DivideByZeroException</c>.</param>
/// <param name="Value">The message.</param>
/// <param name="Traceback">The whole report, line by line, as a notebook shows it.</param>
public sealed record ErrorOutput(string Name, string Value, ImmutableArray<string> Traceback) : CellOutput
{
    /// <summary>The whole report as one text.</summary>
    public override string ToString() => string.Join('\n', Traceback);
}
