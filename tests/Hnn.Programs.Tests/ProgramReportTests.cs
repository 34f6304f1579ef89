using Hnn.Jupyter.Displays;
using Hnn.Jupyter.Notebooks;
using Hnn.Testing;

namespace Hnn.Programs.Tests;

public sealed class ProgramReportTests : IDisposable
{
    private const string Program = """
        // %% [markdown]
        // # Title

        // %% a
        var report = ProgramReport.Begin(args);
        report.Cell("a");
        Console.WriteLine("printed");

        // %% end
        report.Save();
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_page_has_text_code_and_what_was_printed_and_shown()
    {
        var report = Begin("page.html");
        report.Cell("a");
        Console.WriteLine("printed here");
        NotebookFunctions.display("shown here");
        report.Save();

        var page = await File.ReadAllTextAsync(_folder.PathOf("page.html"), TestContext.Current.CancellationToken);

        Assert.Contains("<h1 id=\"title\">Title</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<code>Console.WriteLine(<span class=\"s\">&quot;printed&quot;</span>);</code>", page, StringComparison.Ordinal);
        Assert.Contains("printed here\n", page, StringComparison.Ordinal);
        Assert.Contains("shown here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("report.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_the_file_does_not_have_is_an_error() => Assert.Throws<InvalidOperationException>(() => Begin("page.html").Cell("b"));

    [Fact]
    public void The_page_never_replaces_the_program() =>
        Assert.Contains("would replace", Assert.Throws<ArgumentException>(() => Begin("program.cs")).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_its_text_a_program_has_no_report() =>
        Assert.Contains("dotnet run missing.cs", Assert.Throws<FileNotFoundException>(() => ProgramReport.Begin([], _folder.PathOf("missing.cs"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Sections_that_make_no_sense_are_an_error() =>
        Assert.Throws<NotebookException>(() => Begin("page.html", $"{Program}\n// %% a\n1;"));

    private ProgramReport Begin(string page, string program = Program)
    {
        File.WriteAllText(_folder.PathOf("program.cs"), program);
        return ProgramReport.Begin([_folder.PathOf(page)], _folder.PathOf("program.cs"));
    }
}
