using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hnn.Cli.Notebooks;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;

namespace Hnn.Notebooks.Tests;

/// <summary>What holds for every notebook as it lies in the repository.</summary>
public partial class CommittedNotebookTests
{
    private const int LargestFile = 2_000_000;

    // Directives that every C# notebook kernel understands.
    private static readonly string[] Portable = ["#r", "#i", "#!import", "#!csharp", "#!markdown", "#!html"];

    public static TheoryData<string> Lessons => [.. Lesson.Names];

    [Theory, MemberData(nameof(Lessons))]
    public void A_notebook_stays_below_two_megabytes(string lesson) => Assert.InRange(new FileInfo(Lesson.PathOf(lesson)).Length, 1, LargestFile);

    [Theory, MemberData(nameof(Lessons))]
    public void It_asks_for_the_kernel_that_is_installed(string lesson)
    {
        var kernel = JsonNode.Parse(File.ReadAllText(Lesson.PathOf(lesson)))!["metadata"]!["kernelspec"]!;

        Assert.Equal((KernelSpec.Name, KernelSpec.DisplayName), ((string?)kernel["name"], (string?)kernel["display_name"]));
    }

    [Theory, MemberData(nameof(Lessons))]
    public void Its_code_was_run_from_the_first_cell_to_the_last(string lesson)
    {
        var counts = CodeOf(lesson).Select(cell => cell.ExecutionCount);

        Assert.Equal(Enumerable.Range(1, CodeOf(lesson).Length).Select(count => (int?)count), counts);
    }

    [Theory, MemberData(nameof(Lessons))]
    public void Its_first_code_cell_loads_the_toolkit(string lesson) =>
        Assert.StartsWith("#r \"nuget: Hnn.Interactive", CodeOf(lesson)[0].Source, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Lessons))]
    public void It_uses_only_directives_that_other_kernels_know(string lesson)
    {
        var words = CodeOf(lesson).SelectMany(cell => cell.Source.Split('\n')).Where(line => line.StartsWith('#')).Select(line => line.Split(' ')[0]);

        Assert.Empty(words.Except(Portable));
    }

    [Theory, MemberData(nameof(Lessons))]
    public void Its_outputs_tell_no_path_no_machine_and_no_time(string lesson)
    {
        var text = Lesson.TextOf(Lesson.Named(lesson).Committed);

        Assert.DoesNotMatch(MachineWords(), text);
    }

    [Theory, MemberData(nameof(Lessons))]
    public void It_was_run_where_MPI_can_be_used(string lesson) => Assert.Empty(Lesson.MissingMpi(Lesson.Named(lesson).Committed));

    [Theory, MemberData(nameof(Lessons))]
    public void Its_charts_are_pictures_that_every_viewer_shows(string lesson)
    {
        var shown = Lesson.Named(lesson).Committed.Cells.SelectMany(cell => cell.Outputs).Select(Lesson.FormsOf).ToArray();

        Assert.True(shown.Count(forms => forms["image/png"] is not null || forms["text/html"]?.Contains("data:image/", StringComparison.Ordinal) == true) >= 5);
        Assert.DoesNotContain(shown, forms => forms["text/html"]?.Contains("<script", StringComparison.OrdinalIgnoreCase) == true);
        Assert.DoesNotContain(shown, forms => forms["application/vnd.plotly.v1+json"] is not null);
    }

    [Theory, MemberData(nameof(Lessons))]
    public void It_begins_with_its_title_and_has_exercises(string lesson)
    {
        var prose = Lesson.Named(lesson).Committed.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source).ToArray();

        Assert.StartsWith("# ", prose[0], StringComparison.Ordinal);
        Assert.Contains(prose, text => text.Contains("## Exercises", StringComparison.Ordinal));
    }

    [Fact]
    public void The_text_of_a_notebook_has_its_HTML_but_no_pictures()
    {
        var shown = MimeBundle.Of("text/html", "<p>a</p><img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"b\">").With("text/plain", "c");

        Assert.Equal("[text/html, text/plain]\nc\n<p>a</p><img src=\"data:image/png;\" alt=\"b\">", Lesson.TextOf(new DisplayOutput(shown)));
    }

    private static NotebookCell[] CodeOf(string lesson) => [.. Lesson.Named(lesson).Committed.Cells.Where(cell => cell.Kind == CellKind.Code)];

    [GeneratedRegex(@"/home/|/root/|/tmp/|/work/|[A-Z]:\\|\b\d+(\.\d+)? ?(s|seconds|minutes) (elapsed|left|remaining)|\b20\d\d-\d\d-\d\d|\d\d:\d\d:\d\d", RegexOptions.IgnoreCase)]
    private static partial Regex MachineWords();
}
