using System.Collections.Immutable;
using System.Globalization;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hnn.Programs.Writing;

/// <summary>Compiles a program in memory, against the assemblies of this process.</summary>
internal static class ProgramCheck
{
    // What the SDK adds to every program.
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    // A name is declared twice: in one scope, in a scope within another, as a type.
    private static readonly string[] Twice = ["CS0128", "CS0136", "CS0101"];

    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithFeatures([KeyValuePair.Create("FileBasedProgram", "true")]);

    private static readonly ImmutableArray<MetadataReference> References = [.. HostAssemblies.Files.Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>Throws if the program does not compile.</summary>
    /// <param name="program">Its text.</param>
    /// <param name="path">The file that the exception names.</param>
    /// <param name="isComplete">Whether this process has all that the program refers to; else only names that are declared twice are faults.</param>
    /// <exception cref="NotebookException">It does not; the exception names the cells.</exception>
    public static void Require(string program, string path, bool isComplete)
    {
        var faults = Faults(program, isComplete);
        if (!faults.IsEmpty)
            throw new NotebookException(path, $"It cannot be made a program.\n{string.Join('\n', faults)}");
    }

    private static ImmutableArray<string> Faults(string program, bool isComplete)
    {
        var tree = CSharpSyntaxTree.ParseText(program, Options);
        var compilation = CSharpCompilation.Create(
            "program", [CSharpSyntaxTree.ParseText(ImplicitUsings, Options), tree], References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error && (isComplete || Twice.Contains(each.Id)));
        return [.. errors.OrderBy(error => error.Location.SourceSpan.Start).Select(error => Twice.Contains(error.Id) ? OfName(error, tree) : Of(error, tree)).Distinct()];
    }

    private static string Of(Diagnostic error, SyntaxTree tree)
    {
        var line = tree.GetText().Lines.GetLineFromPosition(error.Location.SourceSpan.Start);
        return $"Cell '{SectionAt(tree, error.Location.SourceSpan.Start)}': {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}\n    {line.ToString().Trim()}";
    }

    private static string OfName(Diagnostic error, SyntaxTree tree)
    {
        var name = tree.GetText().ToString(error.Location.SourceSpan);
        var here = SectionAt(tree, error.Location.SourceSpan.Start);
        if (name == ProgramMarks.Report)
            return $"Cell '{here}' declares '{name}', and a program has that name for its report. Choose another.";
        var other = Declarations(tree).Where(each => each.ValueText == name && each.Span != error.Location.SourceSpan).Select(each => SectionAt(tree, each.SpanStart)).OrderBy(cell => cell == here).FirstOrDefault();
        var who = other is null || other == here ? $"Cell '{here}' declares '{name}' twice" : $"The cells '{here}' and '{other}' both declare '{name}'";
        return $"{who}, and a program can have a name only once. Rename one of the two.";
    }

    // At the top of the program, or in blocks there; what a method declares hides other names and disturbs nobody.
    private static IEnumerable<SyntaxToken> Declarations(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or BaseTypeDeclarationSyntax)).Select(Name).Where(name => name != default);

    private static SyntaxToken Name(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        CatchDeclarationSyntax handler => handler.Identifier,
        LocalFunctionStatementSyntax method => method.Identifier,
        BaseTypeDeclarationSyntax type => type.Identifier,
        DelegateDeclarationSyntax type => type.Identifier,
        _ => default,
    };

    private static string SectionAt(SyntaxTree tree, int position)
    {
        var lines = tree.GetText().Lines;
        for (var i = lines.IndexOf(position); i >= 0; i--)
        {
            if (lines[i].ToString() is var line && ProgramReader.IsMark(line))
                return line[ProgramMarks.Section.Length..].Trim();
        }

        return "head";
    }
}
