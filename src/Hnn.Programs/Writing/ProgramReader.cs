using System.Globalization;
using Hnn.Jupyter.Notebooks;

namespace Hnn.Programs.Writing;

/// <summary>Reads the sections of a program as cells of a notebook. What the program tells its report is no part of them.</summary>
internal static class ProgramReader
{
    /// <summary>The program as a notebook without outputs; what stands before the first section is left out.</summary>
    /// <exception cref="NotebookException">A text section holds code, or two sections have one name.</exception>
    public static Notebook Read(string program, string fileName)
    {
        var lines = program.ReplaceLineEndings("\n").Split('\n');
        int[] starts = [.. Enumerable.Range(0, lines.Length).Where(i => IsMark(lines[i])), lines.Length];
        NotebookCell[] cells = [.. starts.Zip(starts[1..], (start, end) => Cell(lines, start, end, fileName))];
        foreach (var twice in cells.GroupBy(cell => cell.Id).Where(group => group.Count() > 1))
            throw new NotebookException(fileName, $"Two sections have the name '{twice.Key}'. Give one of them another in its line '{ProgramMarks.Section} {twice.Key}'.");
        return new Notebook { Cells = [.. cells] };
    }

    /// <summary>Whether a line begins a section.</summary>
    public static bool IsMark(string line) => line == ProgramMarks.Section || line.StartsWith($"{ProgramMarks.Section} ", StringComparison.Ordinal);

    private static NotebookCell Cell(string[] lines, int start, int end, string fileName)
    {
        var number = start + 1;
        var name = lines[start][ProgramMarks.Section.Length..].Trim();
        var body = lines[(start + 1)..end];
        if (!lines[start].StartsWith(ProgramMarks.Text, StringComparison.Ordinal))
            return new NotebookCell(name.Length > 0 ? name : NameFor(number), CellKind.Code, Joined(body.Where(line => !IsForReport(line, name))));
        if (Array.FindIndex(body, line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)) is >= 0 and var code)
            throw new NotebookException(fileName, $"Line {start + code + 2} is code in a section of text. Begin a section of code before it, with a line '{ProgramMarks.Section} NAME'.");
        return new NotebookCell(NameFor(number), CellKind.Markdown, Joined(body.Select(Uncommented)));
    }

    private static bool IsForReport(string line, string name) => line is ProgramMarks.Begin or ProgramMarks.Save || line == ProgramMarks.Cell(name);

    private static string Uncommented(string line) => line.StartsWith("// ", StringComparison.Ordinal) ? line[3..] : line.TrimStart('/');

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines).Trim('\n');

    private static string NameFor(int line) => string.Create(CultureInfo.InvariantCulture, $"line-{line}");
}
