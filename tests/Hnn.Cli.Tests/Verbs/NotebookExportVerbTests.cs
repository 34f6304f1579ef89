using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;

namespace Hnn.Cli.Tests.Verbs;

public sealed class NotebookExportVerbTests : IDisposable
{
    private readonly SmallNotebook _notebook = new("Console.Write(1);");

    public void Dispose() => _notebook.Dispose();

    [Fact]
    public async Task A_page_is_made_beside_the_notebook_and_nothing_is_run()
    {
        WithOutput(new StreamOutput("as it was stored"));

        var run = await CliRun.Of("notebook", "export", _notebook.Path);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal($"Wrote {_notebook.PathOf("small.html")}\n", run.Output);
        Assert.Contains("as it was stored", await ReadAsync("small.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_can_be_made_in_a_new_folder()
    {
        var run = await CliRun.Of("notebook", "export", _notebook.Path, "--output", _notebook.PathOf("a/b/page.html"));

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("<html", await ReadAsync("a/b/page.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_ends_in_cs_makes_a_program()
    {
        var run = await CliRun.Of("notebook", "export", _notebook.Path, "--output", _notebook.PathOf("small.cs"), "--json");

        Assert.Equal(_notebook.PathOf("small.cs"), run.Json.GetProperty("program").GetString());
        Assert.Contains("// %% c1\n", await ReadAsync("small.cs"), StringComparison.Ordinal);
        Assert.Contains("report.Cell(\"c1\");\nConsole.Write(1);\n", await ReadAsync("small.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_a_program_is_an_error_and_nothing_is_written()
    {
        (new Notebook { Cells = [new("twice", CellKind.Code, "var x = 1;"), new("again", CellKind.Code, "var x = 2;")] }).Save(_notebook.Path);

        var run = await CliRun.Of("notebook", "export", _notebook.Path, "--output", _notebook.PathOf("small.cs"));

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("The cells 'again' and 'twice' both declare 'x'", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_notebook.PathOf("small.cs")));
    }

    [Theory]
    [InlineData(false, "image/png", "iVBORw0KGgo=")]
    [InlineData(false, "text/html", "<img src=\"data:image/png;base64,iVBORw0KGgo=\">")]
    [InlineData(false, "text/html", "<div class=\"hnn-chart\">its script was dropped</div>")]
    [InlineData(true, "text/html", "<p>A report.</p><div class=\"hnn-chart\"></div><script>0</script>")]
    [InlineData(true, "application/vnd.plotly.v1+json", "{\"data\": []}")]
    public async Task Only_live_charts_need_no_hint_how_to_get_them(bool isLive, string mimeType, string chart)
    {
        WithOutput(new DisplayOutput(MimeBundle.Of(mimeType, chart)));

        var run = await CliRun.Of("notebook", "export", _notebook.Path, "--json");

        Assert.Equal(isLive, run.Json.GetProperty("hasLiveCharts").GetBoolean());
        Assert.Equal(_notebook.PathOf("small.html"), run.Json.GetProperty("page").GetString());
        Assert.Equal(!isLive, run.Error.Contains("hnn notebook run", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_never_replaces_the_notebook()
    {
        var before = await ReadAsync("small.ipynb");

        var run = await CliRun.Of("notebook", "export", _notebook.Path, "--output", _notebook.Path);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("it would replace the notebook", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync("small.ipynb"));
    }

    [Fact]
    public async Task A_missing_notebook_is_an_error_that_names_it()
    {
        var run = await CliRun.Of("notebook", "export", _notebook.PathOf("missing.ipynb"));

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("missing.ipynb", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_notebook.PathOf("missing.html")));
    }

    private void WithOutput(CellOutput output)
    {
        var notebook = Notebook.Load(_notebook.Path);
        (notebook with { Cells = [notebook.Cells[0] with { Outputs = [output] }] }).Save(_notebook.Path);
    }

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(_notebook.PathOf(name), TestContext.Current.CancellationToken);
}
