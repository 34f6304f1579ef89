using Hnn.Jupyter.Completion;
using Hnn.Jupyter.Scripting;
using Microsoft.CodeAnalysis;

namespace Hnn.Jupyter.Tests.Completion;

public class CodeModelTests
{
    [Fact]
    public async Task Scripts_that_came_before_are_compiled_once_for_all_texts_behind_them()
    {
        using var session = new ScriptSession([]);
        var model = new CodeModel();
        await session.RunAsync("var first = 1;", "cell 1", TestContext.Current.CancellationToken);
        await session.RunAsync("var second = first;", "cell 2", TestContext.Current.CancellationToken);

        var (one, another) = (model.DocumentOf(session, "first."), model.DocumentOf(session, "second."));
        await session.RunAsync("var third = second;", "cell 3", TestContext.Current.CancellationToken);
        var later = model.DocumentOf(session, "third.");

        var compilations = CompilationsBefore(one);
        Assert.Equal(2, compilations.Length);
        Assert.Equal(compilations, CompilationsBefore(another));
        Assert.Equal(compilations, CompilationsBefore(later).Take(2));
    }

    private static Compilation[] CompilationsBefore(Document document) =>
    [
        .. document.Project.Solution.Projects.Where(project => project.Id != document.Project.Id)
            .Select(project => project.TryGetCompilation(out var compilation) ? compilation : throw new InvalidOperationException($"{project.Name} is not compiled.")),
    ];
}
