using System.Collections.Immutable;
using System.Text;
using Hnn.Jupyter.Directives;
using Hnn.Jupyter.Displays;
using Hnn.Jupyter.Notebooks;

namespace Hnn.Programs.Writing;

/// <summary>Writes a notebook as a C# program of one file: <c>dotnet run NAME.cs</c>.</summary>
/// <remarks>
/// Cells become sections; texts stand in comments. All using directives come to the first section of code and all types to the end, as a program demands;
/// packages become <c>#:package</c> lines, and a last expression without semicolon a call of <c>display</c>.
/// </remarks>
internal static class ProgramWriter
{
    private const string EndName = "end";

    // What the report brings along.
    private static readonly ImmutableArray<string> Brought =
        ["Hnn.Engine", "Hnn.Core", "Hnn.Plots", "Hnn.Plots.Plotly", "Hnn.Mpi", "Hnn.Interactive", "MathNet.Numerics", "Plotly.NET", "Plotly.NET.CSharp"];

    private static readonly ImmutableArray<string> UsingsForReport = [$"using {typeof(ProgramReport).Namespace};", $"using static {typeof(NotebookFunctions).FullName};"];

    /// <summary>The text of the program.</summary>
    /// <param name="notebook">The notebook; its outputs are left out.</param>
    /// <param name="path">Its path, whose name the program has.</param>
    /// <param name="project">The folder of this project as seen from the program; null if the program is to use the package.</param>
    /// <exception cref="NotebookException">The notebook holds what a program cannot, or the program would not compile.</exception>
    public static string Write(Notebook notebook, string path, string? project)
    {
        var cells = notebook.Cells.Where(cell => cell.Kind != CellKind.Raw && !string.IsNullOrWhiteSpace(cell.Source)).ToArray();
        var parts = cells.Where(cell => cell.Kind == CellKind.Code).ToDictionary(cell => cell, cell => PartsOf(cell, path));
        if (parts.Count == 0)
            throw new NotebookException(path, "It holds no code, so there is no program in it. Name a notebook with code.");
        PackagePart[] packages = [.. parts.Values.SelectMany(each => each.OfType<PackagePart>()).DistinctBy(package => package.Name)];
        var codes = parts.ToDictionary(cell => cell.Key, cell => CellCode.Of(string.Join('\n', cell.Value.OfType<TextPart>().Select(part => part.Text)), what => Fault(path, cell.Key, what)));

        var program = new StringBuilder(Head(Path.GetFileNameWithoutExtension(path), packages, project));
        var usings = UsingsOf([.. codes.Values]);
        foreach (var cell in cells)
        {
            program.Append('\n').Append(cell.Kind == CellKind.Code ? Code(cell.Id, codes[cell], usings, path) : Text(cell, path));
            if (cell.Kind == CellKind.Code)
                usings = [];
        }

        program.Append('\n').Append(End(codes.OrderBy(code => Array.IndexOf(cells, code.Key))));
        ProgramCheck.Require(program.ToString(), path, isComplete: packages.All(IsBrought));
        return program.ToString();
    }

    private static ImmutableArray<CellPart> PartsOf(NotebookCell cell, string path)
    {
        try
        {
            var parts = CellParser.Parse(cell.Source);
            foreach (var part in parts.Where(part => part is not (PackagePart or TextPart { Language: "csharp" })))
                throw Fault(path, cell, $"Line {part.Line}: {WhyNot(part)}");
            return parts;
        }
        catch (DirectiveException fault)
        {
            throw Fault(path, cell, $"Line {fault.Line}: {fault.Message}");
        }
    }

    private static string WhyNot(CellPart part) => part switch
    {
        SourcePart source => $"A program does not say where packages come from. Leave '#i' out, and name '{source.Source}' in a nuget.config beside the program.",
        ReferencePart reference => $"A program refers to packages and projects, not to '{reference.Path}'. Use one of these.",
        ImportPart import => $"A program cannot import '{import.Path}'. Write its cells into the notebook.",
        TextPart text => $"A program is C# alone, and this is {text.Language}. Make a cell of its own of it, or leave it out.",
        _ => "This directive is for notebooks alone. Leave it out.",
    };

    private static string Head(string name, PackagePart[] packages, string? project)
    {
        var version = packages.FirstOrDefault(IsBrought)?.Version is { Length: > 0 } given ? given : "*";
        var package = $"#:package {typeof(ProgramReport).Namespace}@{version}";
        var head = new StringBuilder($"// The notebook {name}.ipynb as a program, made by: hnn notebook export {name}.ipynb -o {name}.cs\n");
        head.Append("// Run it: dotnet run ").Append(name).Append(".cs [PAGE]\n");
        head.Append("// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.\n");
        if (project is not null)
            head.Append("// Away from the repository, put this in place of the next line: ").Append(package).Append('\n');
        head.Append(project is null ? package : $"#:project {project}").Append('\n');
        foreach (var other in packages.Where(each => !IsBrought(each)))
            head.Append("#:package ").Append(other.Name).Append('@').Append(other.Version.Length > 0 ? other.Version : "*").Append('\n');
        head.Append("#:property PublishAot=false\n");
        // Else the native libraries of all systems, half a gigabyte, are copied to the program.
        if (project is null)
            head.Append("#:property UseCurrentRuntimeIdentifier=true\n");
        return head.ToString();
    }

    private static bool IsBrought(PackagePart package) => Brought.Contains(package.Name, StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<string> UsingsOf(CellCode[] codes)
    {
        var extends = codes.Any(code => code.Statements.Contains($".{nameof(DisplayExtensions.Display)}(", StringComparison.Ordinal));
        string[] displays = extends ? [$"using {typeof(DisplayExtensions).Namespace};"] : [];
        return Sorted([.. codes.SelectMany(code => code.Usings), .. UsingsForReport, .. displays]);
    }

    // Those of System first, then the rest; static ones and aliases at the end.
    private static ImmutableArray<string> Sorted(IEnumerable<string> usings) =>
        [.. usings.Distinct().OrderBy(each => each.Contains('=', StringComparison.Ordinal)).ThenBy(each => each.StartsWith("using static ", StringComparison.Ordinal))
            .ThenBy(each => !each.Contains(" System", StringComparison.Ordinal)).ThenBy(each => each, StringComparer.Ordinal)];

    private static string Text(NotebookCell cell, string path)
    {
        if (cell.OtherFields.ContainsKey("attachments"))
            throw Fault(path, cell, "Pictures are attached to it, and a program holds none. Write them as links to files, or into the text itself.");
        var lines = cell.Source.Trim('\n').Split('\n').Select(line => line.Length > 0 ? $"// {line}" : "//");
        return $"{ProgramMarks.Text}\n{string.Join('\n', lines)}\n";
    }

    private static string Code(string name, CellCode code, ImmutableArray<string> usings, string path)
    {
        if (code.Statements.Split('\n').Any(ProgramReader.IsMark))
            throw new NotebookException(path, $"Cell '{name}': A line of its code begins with '{ProgramMarks.Section}', and so do sections of a program. Write another comment.");
        var section = new StringBuilder($"{ProgramMarks.Section} {name}\n");
        if (!usings.IsEmpty)
            section.AppendJoin('\n', usings).Append("\n\n").Append(ProgramMarks.Begin).Append('\n');
        if (code.Statements.Length > 0)
            section.Append(ProgramMarks.Cell(name)).Append('\n').Append(code.Statements).Append('\n');
        return section.ToString();
    }

    // Types stand behind all statements.
    private static string End(IEnumerable<KeyValuePair<NotebookCell, CellCode>> codes)
    {
        var types = codes.Where(code => code.Value.Types.Length > 0).Select(code => $"\n{ProgramMarks.Section} {code.Key.Id}: types\n{code.Value.Types}\n");
        return $"{ProgramMarks.Section} {EndName}\n{ProgramMarks.Save}\n{string.Concat(types)}";
    }

    private static NotebookException Fault(string path, NotebookCell cell, string what) => new(path, $"Cell '{cell.Id}': {what}");
}
