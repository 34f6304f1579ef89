namespace Hnn.Mpi.Checks;

/// <summary>One thing that was found, with what to do about it.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Text">Whole sentences; a launcher's own words may follow in lines of their own.</param>
public sealed record MpiFinding(MpiFindingKind Kind, string Text)
{
    /// <summary>The word "ok", "note" or "fault", and the text; its further lines are indented.</summary>
    public override string ToString() => $"{Word,-7}{Text.ReplaceLineEndings($"{Environment.NewLine}       ")}";

    // Lower case, as lines of a list begin.
    private string Word => Kind switch { MpiFindingKind.Ok => "ok", MpiFindingKind.Note => "note", _ => "fault" };
}
