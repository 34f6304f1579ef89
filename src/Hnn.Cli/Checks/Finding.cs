namespace Hnn.Cli.Checks;

/// <summary>One thing that was looked at.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Subject">What was looked at, such as Jupyter.</param>
/// <param name="Text">What was found, and where something is missing what it is needed for and how to get it; ways to get it may follow in lines of their own.</param>
internal sealed record Finding(FindingKind Kind, string Subject, string Text)
{
    /// <summary>The word "ok", "note" or "fault", what was looked at, and the text; its further lines are indented.</summary>
    public override string ToString() => $"{Word,-7}{Subject}: {Text.ReplaceLineEndings($"{Environment.NewLine}         ")}";

    // Lower case, as lines of a list begin.
    private string Word => Kind switch { FindingKind.Ok => "ok", FindingKind.Note => "note", _ => "fault" };

    /// <summary>Something that is as it should be.</summary>
    public static Finding Ok(string subject, string text) => new(FindingKind.Ok, subject, text);

    /// <summary>Something that is missing or worth knowing, with ways to get it.</summary>
    public static Finding Note(string subject, string text, params IEnumerable<string> ways) => new(FindingKind.Note, subject, string.Join('\n', [text, .. ways]));

    /// <summary>Something without which the kernel does not work, with ways to get it.</summary>
    public static Finding Fault(string subject, string text, params IEnumerable<string> ways) => new(FindingKind.Fault, subject, string.Join('\n', [text, .. ways]));
}
