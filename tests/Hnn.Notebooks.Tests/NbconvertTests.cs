using Hnn.Jupyter.Notebooks;
using Hnn.Notebooks.Tests.Browser;
using Hnn.Testing;

namespace Hnn.Notebooks.Tests;

/// <summary>Lesson 1, executed by Jupyter's own program with our kernel.</summary>
[Collection(OneByOne.Name)]
public class NbconvertTests
{
    private const string Program = "/usr/bin/jupyter-nbconvert";

    [Fact]
    public async Task Nbconvert_executes_lesson_1_and_gets_what_is_committed()
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);
        Assert.SkipUnless(File.Exists(Program), $"There is no {Program}: install the package jupyter-nbconvert, or run test.sh --all, which does.");
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        using var home = new JupyterHome();
        var committed = Lesson.Named("01-optimize-simulated-evoked-response-parameters").Committed;
        committed.Save(home.NotebookPathOf("lesson.ipynb"));

        var (code, text) = home.Run(
            Program, ["--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=1800", "--output", "executed.ipynb", "lesson.ipynb"], ("HNN_CHARTS", "static"));

        Assert.True(code == 0, text);
        Assert.Equal(Lesson.TextOf(committed), Lesson.TextWithMpiOf(Notebook.Load(home.NotebookPathOf("executed.ipynb"))));
        Assert.Empty(await home.LeftAsync());
    }
}
