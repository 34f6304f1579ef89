using Hnn.Jupyter.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;

namespace Hnn.Jupyter.Completion;

/// <summary>The scripts so far as a chain of Roslyn projects, each seeing those before it, with a text as the next one.</summary>
internal sealed class CodeModel
{
    private readonly Lock _gate = new();
    private readonly Lazy<AdhocWorkspace> _workspace = new(() => new AdhocWorkspace(MefHostServices.DefaultHost));
    private readonly List<(Script Script, Solution Solution, ProjectId Project)> _chain = [];

    /// <summary>A text as if it were the next script.</summary>
    public Document DocumentOf(ScriptSession session, string text)
    {
        lock (_gate)
        {
            Follow(session.Last);
            var (solution, before) = _chain.Count > 0 ? (_chain[^1].Solution, _chain[^1].Project) : (_workspace.Value.CurrentSolution, null);
            // What is compiled here stays so for all that is added; what is compiled behind the text is forgotten with it.
            _ = before is null ? null : solution.GetProject(before)!.GetCompilationAsync().GetAwaiter().GetResult();
            var (with, project) = With(solution, before, text, session.Options);
            return with.GetProject(project)!.Documents.Single();
        }
    }

    // What is the same at the beginning is kept: a project is read once, then only those that follow it.
    private void Follow(Script? last)
    {
        var scripts = new List<Script>();
        for (var script = last; script is not null; script = script.Previous)
            scripts.Insert(0, script);
        var same = _chain.Zip(scripts).TakeWhile(pair => pair.First.Script == pair.Second).Count();
        _chain.RemoveRange(same, _chain.Count - same);
        foreach (var script in scripts.Skip(same))
        {
            var (solution, before) = _chain.Count > 0 ? (_chain[^1].Solution, _chain[^1].Project) : (_workspace.Value.CurrentSolution, null);
            var (with, project) = With(solution, before, script.Code, script.Options);
            _chain.Add((script, with, project));
        }
    }

    private static (Solution Solution, ProjectId Project) With(Solution solution, ProjectId? before, string text, ScriptOptions options)
    {
        var (project, name) = (ProjectId.CreateNewId(), $"cell{solution.ProjectIds.Count}");
        var information = ProjectInfo.Create(
            project, VersionStamp.Create(), name, name, LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: options.Imports),
            parseOptions: CellCode.Script,
            projectReferences: before is null ? [] : [new ProjectReference(before)],
            metadataReferences: options.MetadataReferences,
            isSubmission: true);
        var document = DocumentInfo.Create(
            DocumentId.CreateNewId(project), name, sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Create())));
        return (solution.AddProject(information.WithDocuments([document])), project);
    }
}
