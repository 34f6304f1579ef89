using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Hnn.Jupyter.Displays;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Microsoft.DotNet.Interactive.Formatting;

namespace Hnn.Jupyter.Scripting;

/// <summary>C# scripts that run one after the other and see each other's variables.</summary>
internal sealed class ScriptSession : IDisposable
{
    private static readonly ImmutableArray<string> DefaultUsings =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks"];

    private static readonly ImmutableArray<string> HostUsings = [typeof(NotebookFunctions).FullName!, typeof(DisplayExtensions).FullName!];

    private static readonly ImmutableArray<MetadataReference> Framework = [.. FrameworkFiles().Select(file => MetadataReference.CreateFromFile(file))];

    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly ConcurrentDictionary<string, bool> _origins = new(StringComparer.Ordinal);
    private readonly HashSet<string> _referenced = new(FrameworkFiles(), StringComparer.Ordinal);
    private ScriptOptions _options;
    private Outcome? _last;
    private int _runs;

    public ScriptSession(IEnumerable<string> usings)
    {
        _options = ScriptOptions.Default
            .WithReferences(Framework)
            .WithImports([.. DefaultUsings, .. HostUsings, .. usings])
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8);
        foreach (var type in new[] { typeof(NotebookFunctions), typeof(Formatter), typeof(IHtmlContent) })
            AddReference(type.Assembly);
    }

    /// <summary>Lets later scripts use an assembly.</summary>
    public void AddReference(Assembly assembly)
    {
        if (!_referenced.Add(assembly.Location))
            return;
        _options = _options.AddReferences(MetadataReference.CreateFromFile(assembly.Location, documentation: DocumentationOf(assembly.Location)));
        _loader.RegisterDependency(assembly);
    }

    /// <summary>Compiles and runs a script. Variables stay, also those of a script that throws.</summary>
    /// <param name="code">The script; its first line is line 1.</param>
    /// <param name="origin">What error messages call it, for example <c>cell 3</c>.</param>
    /// <param name="cancellation">Checked between compiling and running.</param>
    /// <returns>The value of the last expression; <c>HasValue</c> is false if there is none.</returns>
    /// <exception cref="CellException">The script does not compile, or throws.</exception>
    public async Task<(bool HasValue, object? Value)> RunAsync(string code, string origin, CancellationToken cancellation)
    {
        _origins[origin] = true;
        var run = Interlocked.Increment(ref _runs);
        var last = _last;
        var before = last?.State;
        var references = _options.MetadataReferences;
        var itsOptions = _options.WithFilePath(origin).WithReferences(references.Skip(last?.References ?? 0));
        var script = before is null ? CSharpScript.Create(code, itsOptions, assemblyLoader: _loader) : before.Script.ContinueWith(code, itsOptions);
        var errors = script.Compile(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToArray();
        if (errors.Length > 0)
            throw new CellException(CellErrors.OfCompilation(errors));
        if (ProcessExit.In(script.GetCompilation()) is { } exit)
            throw new CellException(CellErrors.OfProcessExit(exit));

        var running = await CellThread.RunAsync(() => before is null ? script.RunAsync(null, _ => true, cancellation) : script.RunFromAsync(before, _ => true, cancellation)).ConfigureAwait(false);
        var after = await running.ConfigureAwait(false);
        // A script that was given up on may end when a later one is already running.
        if (run == Volatile.Read(ref _runs))
            _last = new Outcome(after, references.Length);
        if (after.Exception is { } exception)
            throw new CellException(CellErrors.OfException(exception, IsOfCell), exception);
        return (HasValue(script), after.ReturnValue);
    }

    /// <summary>The scripts so far, as the last of their chain; null before the first.</summary>
    public Script? Last => _last?.State.Script;

    /// <summary>What the next script will refer to and use.</summary>
    public ScriptOptions Options => _options;

    /// <summary>The variables as they stand now, in the order of their declaration; of equal names the last.</summary>
    public IEnumerable<ScriptVariable> Variables => (_last?.State.Variables ?? []).Reverse().DistinctBy(variable => variable.Name).Reverse();

    /// <summary>Whether a source file's name stands for a cell or an imported file.</summary>
    public bool IsOfCell(string file) => _origins.ContainsKey(file);

    public void Dispose() => _loader.Dispose();

    // What a library says of itself is shown where its names are explained.
    private static XmlDocumentationProvider? DocumentationOf(string file) =>
        Path.ChangeExtension(file, ".xml") is var text && File.Exists(text) ? XmlDocumentationProvider.CreateFromFile(text) : null;

    private static bool HasValue(Script script)
    {
        var tree = script.GetCompilation().SyntaxTrees.Last();
        return tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && script.GetCompilation().GetSemanticModel(tree).GetTypeInfo(last.Expression).Type?.SpecialType != SpecialType.System_Void;
    }

    private static IEnumerable<string> FrameworkFiles()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return HostAssemblies.Files.Where(file => Path.GetDirectoryName(file) == folder);
    }

    // What a script left, and how many of the references it has, its own and those of the scripts before it: the next one names only what is new.
    // If each named all of them again, the scripts would hold memory by the square of their number.
    private sealed record Outcome(ScriptState<object> State, int References);
}
