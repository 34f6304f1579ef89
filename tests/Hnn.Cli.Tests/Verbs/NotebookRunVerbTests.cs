using System.Diagnostics;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;

namespace Hnn.Cli.Tests.Verbs;

public class NotebookRunVerbTests
{
    private const string LiveChart = "application/vnd.plotly.v1+json";

    [Fact]
    public async Task Cells_are_run_their_texts_appear_and_notebook_and_page_are_written_into_new_folders()
    {
        using var notebook = new SmallNotebook("var x = 20;", "Console.WriteLine($\"x is {x + 1}\");", "2 * x");

        var run = await CliRun.Of("notebook", "run", notebook.Path, "--output", notebook.PathOf("a/out.ipynb"), "--html", notebook.PathOf("b/c/page.html"));

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal($"x is 21\nWrote {notebook.PathOf("a/out.ipynb")}\nWrote {notebook.PathOf("b/c/page.html")}\n", run.Output);
        Assert.Equal("40", Assert.IsType<ResultOutput>(Notebook.Load(notebook.PathOf("a/out.ipynb")).Cells[2].Outputs[0]).Data["text/plain"]);
        Assert.Contains("x is 21", await File.ReadAllTextAsync(notebook.PathOf("b/c/page.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var y = 1;\nmissing", "cell 2, line 2, column 1: error CS0103")]
    [InlineData("\nthrow new InvalidOperationException(\"no\");", "in cell 2, line 2")]
    [InlineData("#r \"no-such.dll\"", "cell 2, line 1: The assembly 'no-such.dll'")]
    public async Task A_cell_that_fails_is_named_with_its_line_and_what_was_reached_is_written(string code, string place)
    {
        using var notebook = new SmallNotebook("Console.Write(\"reached\");", code, "3");

        var (run, written) = await notebook.RunAsync();

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains($"{notebook.Path}, cell 2 (c2): ", run.Error, StringComparison.Ordinal);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
        Assert.Equal(new StreamOutput("reached"), written.Cells[0].Outputs[0]);
        Assert.IsType<ErrorOutput>(written.Cells[1].Outputs[0]);
        Assert.Empty(written.Cells[2].Outputs);
    }

    [Fact]
    public async Task A_run_can_go_on_after_errors_and_names_them_all()
    {
        using var notebook = new SmallNotebook("missing", "throw new Exception(\"no\");", "3");

        var (run, written) = await notebook.RunAsync("--continue");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("cell 1 (c1)", run.Error, StringComparison.Ordinal);
        Assert.Contains("cell 2 (c2)", run.Error, StringComparison.Ordinal);
        Assert.IsType<ResultOutput>(written.Cells[2].Outputs[0]);
    }

    [Fact]
    public async Task With_json_standard_output_is_one_object_with_files_and_errors()
    {
        using var notebook = new SmallNotebook("Console.WriteLine(\"unheard\");", "missing");

        var (run, _) = await notebook.RunAsync("--json");

        var error = run.Json.GetProperty("errors").EnumerateArray().Single();
        Assert.False(run.Json.GetProperty("succeeded").GetBoolean());
        Assert.Equal([notebook.PathOf("out.ipynb")], run.Json.GetProperty("written").EnumerateArray().Select(file => file.GetString()));
        Assert.Equal((2, "c2", "CompilationError"), (error.GetProperty("cell").GetInt32(), error.GetProperty("id").GetString(), error.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_notebook_can_be_replaced_by_what_it_becomes()
    {
        using var notebook = new SmallNotebook("1 + 1");

        var run = await CliRun.Of("notebook", "run", notebook.Path, "--output", notebook.Path);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(1, Notebook.Load(notebook.Path).Cells[0].ExecutionCount);
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_ended()
    {
        using var notebook = new SmallNotebook("await Task.Delay(-1);");

        var (run, _) = await notebook.RunAsync("--cell-limit", "0.5");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("longer than the limit of 0.5 s", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_ends_with_code_130_and_keeps_its_outputs()
    {
        using var notebook = new SmallNotebook("Console.WriteLine(\"kept\"); await Task.Delay(-1);", "2");
        using var interrupt = new CancellationTokenSource();
        using var output = new CancellingWriter(interrupt);
        using var error = new StringWriter();

        var exitCode = await HnnCommand.RunAsync(["notebook", "run", notebook.Path, "--output", notebook.PathOf("out.ipynb")], output, error, interrupt.Token);

        var written = Notebook.Load(notebook.PathOf("out.ipynb"));
        Assert.Equal(ExitCode.Cancelled, exitCode);
        Assert.Equal(new StreamOutput("kept\n"), written.Cells[0].Outputs[0]);
        Assert.Empty(written.Cells[1].Outputs);
        Assert.Contains("cell 1 was interrupted", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_toolkit_is_at_hand_without_a_restore_and_a_network_is_shown_with_a_picture()
    {
        using var notebook = new SmallNotebook("#r \"nuget: Hnn.Interactive, 0.1.0\"\nusing Hnn.Core.Networks;\nNetwork.Jones2009()");

        var (run, written) = await notebook.RunAsync();

        var shown = Assert.IsType<ResultOutput>(Assert.Single(written.Cells[0].Outputs)).Data;
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("<img", shown["text/html"], StringComparison.Ordinal);
        Assert.NotEmpty(Convert.FromBase64String(shown["image/png"]!));
    }

    [Theory, InlineData("live", true), InlineData("static", false)]
    public async Task A_figure_is_a_chart_or_a_picture_alone_as_asked(string charts, bool hasChart)
    {
        using var notebook = new SmallNotebook("using Hnn.Core.Networks; using Hnn.Plots;", "var net = Network.Jones2009();", "Plots.CellConnectivity(net, net.Connections[0])");

        var (run, written) = await notebook.RunAsync("--charts", charts, "--html", notebook.PathOf("page.html"));

        var shown = Assert.IsType<ResultOutput>(Assert.Single(written.Cells[2].Outputs)).Data;
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(hasChart, shown[LiveChart] is not null);
        Assert.NotEmpty(Convert.FromBase64String(shown["image/png"]!));
        // plotly.js is 3.6 MB: only a page that needs it has it.
        Assert.Equal(hasChart, new FileInfo(notebook.PathOf("page.html")).Length > 3_000_000);
    }

    [Fact]
    public async Task A_page_whose_only_chart_stands_in_a_report_can_draw_it()
    {
        using var notebook = new SmallNotebook("new Hnn.Core.Results.Dipole([0, 1, 2], [0, 1, 0])");

        await notebook.RunAsync("--charts", "live", "--html", notebook.PathOf("page.html"));

        Assert.True(new FileInfo(notebook.PathOf("page.html")).Length > 3_000_000);
    }

    [Fact]
    public async Task A_package_that_does_not_exist_is_named_with_its_cell()
    {
        using var notebook = new SmallNotebook("1", "#r \"nuget: Does.Not.Exist, 1.0.0\"");

        var (run, _) = await notebook.RunAsync();

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("cell 2 (c2): cell 2, line 1: The package Does.Not.Exist 1.0.0 cannot be loaded.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.ipynb", "missing.ipynb")]
    [InlineData("", "This is a folder")]
    [InlineData("text.txt", "not JSON")]
    public async Task What_is_no_notebook_is_refused(string name, string reason)
    {
        using var notebook = new SmallNotebook();
        await File.WriteAllTextAsync(notebook.PathOf("text.txt"), "print(1)", TestContext.Current.CancellationToken);

        var run = await CliRun.Of("notebook", "run", notebook.PathOf(name));

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("Error: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--output", "small.ipynb/out.ipynb")]
    [InlineData("--html", "small.ipynb/page.html")]
    [InlineData("--output", "")]
    [InlineData("--html", "small.ipynb")]
    public async Task A_file_that_cannot_be_written_is_noticed_before_the_first_cell(string option, string name)
    {
        using var notebook = new SmallNotebook("Console.Write(\"was run\");");
        var path = notebook.PathOf(name);

        var run = await CliRun.Of("notebook", "run", notebook.Path, option, path);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"Error: '{path}' cannot be ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal([notebook.Path], Directory.GetFiles(notebook.PathOf("")));
    }

    [Fact]
    public async Task The_program_ends_although_a_cell_left_a_thread_behind()
    {
        using var notebook = new SmallNotebook("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();");

        Assert.Equal(ExitCode.Success, await RunProcessAsync(charts: "", "notebook", "run", notebook.Path));
    }

    [Theory]
    [InlineData("", false, true)]
    [InlineData("", true, true)]
    [InlineData("static", false, false)]
    [InlineData("static", true, true)]
    public async Task The_environment_has_a_say_in_charts_only_where_the_option_is_not_given(string environment, bool asksForLive, bool hasChart)
    {
        using var notebook = new SmallNotebook("Hnn.Plots.Plots.DipoleLayers(new Hnn.Core.Results.Dipole([0, 1, 2], [0, 1, 0]))");
        string[] option = asksForLive ? ["--charts", "live"] : [];

        await RunProcessAsync(environment, ["notebook", "run", notebook.Path, "--output", notebook.PathOf("out.ipynb"), .. option]);

        var shown = Assert.IsType<ResultOutput>(Assert.Single(Notebook.Load(notebook.PathOf("out.ipynb")).Cells[0].Outputs)).Data;
        Assert.Equal(hasChart, shown[LiveChart] is not null);
    }

    private static async Task<int> RunProcessAsync(string charts, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HnnCommand).Assembly.Location, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HNN_CHARTS"] = charts;
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
        finally
        {
            process.Kill();
        }

        return process.ExitCode;
    }

    private sealed class CancellingWriter(CancellationTokenSource cancellation) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            cancellation.Cancel();
        }
    }
}
