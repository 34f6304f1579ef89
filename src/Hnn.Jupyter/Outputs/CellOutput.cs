using System.Collections.Immutable;

namespace Hnn.Jupyter.Outputs;

/// <summary>Something a cell put out. The kinds are those of the notebook format 4.5. Immutable.</summary>
public abstract record CellOutput;

/// <summary>Text written to the console.</summary>
/// <param name="Text">The text as it was written.</param>
/// <param name="IsError">Whether it went to standard error instead of standard output.</param>
public sealed record StreamOutput(string Text, bool IsError = false) : CellOutput;

/// <summary>A value that was displayed while the cell ran.</summary>
/// <param name="Data">The value's forms.</param>
public sealed record DisplayOutput(MimeBundle Data) : CellOutput
{
    /// <summary>How to show the value, by the notebook format; usually empty.</summary>
    public JsonFields Metadata { get; init; } = JsonFields.Empty;

    /// <summary>The name by which a later update finds this output; null if there will be none. Not stored in files.</summary>
    public string? DisplayId { get; init; }
}

/// <summary>The value of the cell's last expression.</summary>
/// <param name="Data">The value's forms.</param>
/// <param name="ExecutionCount">The number of the run that made it, from 1; null if unknown.</param>
public sealed record ResultOutput(MimeBundle Data, int? ExecutionCount) : CellOutput
{
    /// <summary>How to show the value, by the notebook format; usually empty.</summary>
    public JsonFields Metadata { get; init; } = JsonFields.Empty;
}

/// <summary>What ended the cell early.</summary>
/// <param name="Name">Kind of the error, for example <c>DivideByZeroException</c>.</param>
/// <param name="Value">The message.</param>
/// <param name="Traceback">The whole report, line by line, as a notebook shows it.</param>
public sealed record ErrorOutput(string Name, string Value, ImmutableArray<string> Traceback) : CellOutput
{
    /// <summary>The whole report as one text.</summary>
    public override string ToString() => string.Join('\n', Traceback);
}
