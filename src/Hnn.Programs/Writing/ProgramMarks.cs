namespace Hnn.Programs.Writing;

/// <summary>The lines that make a program's file a notebook: where sections begin, and what its report is told.</summary>
internal static class ProgramMarks
{
    /// <summary>Begins a section of code; its name follows.</summary>
    public const string Section = "// %%";

    /// <summary>Begins a section of text, in comments.</summary>
    public const string Text = "// %% [markdown]";

    /// <summary>The variable that holds the report.</summary>
    public const string Report = "report";

    /// <summary>Makes the report.</summary>
    public const string Begin = $"var {Report} = {nameof(ProgramReport)}.{nameof(ProgramReport.Begin)}(args);";

    /// <summary>Writes the page.</summary>
    public const string Save = $"{Report}.{nameof(ProgramReport.Save)}();";

    /// <summary>Tells the report that a section begins.</summary>
    public static string Cell(string name) => $"{Report}.{nameof(ProgramReport.Cell)}(\"{name}\");";
}
