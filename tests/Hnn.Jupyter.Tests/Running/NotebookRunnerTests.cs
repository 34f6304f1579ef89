using System.Text.Json;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Running;
using Hnn.Jupyter.Scripting;
using Hnn.Testing;

namespace Hnn.Jupyter.Tests.Running;

public class NotebookRunnerTests
{
    [Fact]
    public async Task A_notebook_is_run_from_top_to_bottom()
    {
        var run = await Run(NotebookOf("var x = 1; Console.WriteLine(\"one\");", "x + 1"));

        Assert.True(run.Succeeded);
        Assert.Equal([1, 2], run.Notebook.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal(new StreamOutput("one\n"), Assert.Single(run.Notebook.Cells[0].Outputs));
        Assert.Equal("2", Assert.IsType<ResultOutput>(Assert.Single(run.Notebook.Cells[1].Outputs)).Data["text/plain"]);
    }

    [Fact]
    public async Task Texts_raw_cells_and_empty_cells_are_left_alone()
    {
        var notebook = new Notebook { Cells = [new("m", CellKind.Markdown, "# a"), new("e", CellKind.Code, " \n"), new("c", CellKind.Code, "1"), new("r", CellKind.Raw, "x")] };

        var run = await Run(notebook);

        Assert.Equal([null, null, 1, null], run.Notebook.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal(notebook.Cells.Select(cell => cell.Source), run.Notebook.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes_whatever_was_stored_before()
    {
        var notebook = NotebookOf(
            "for (var i = 0; i < 50; i++) { Console.Write($\"\\r{i}\"); await Task.Delay(1); }",
            "var shown = display(new Dictionary<string, int> { [\"a\"] = 1 }); Console.Error.Write(\"e\"); shown.Update(2);",
            "new { A = 1, B = new[] { 1.5, 2.5 } }",
            "throw new Exception(\"no\");");

        var first = await Run(notebook);
        var second = await Run(first.Notebook with { Cells = [.. first.Notebook.Cells.Select(WithTimes)] });

        Assert.Equal(first.Notebook.ToText(), second.Notebook.ToText());
    }

    [Fact]
    public async Task A_run_stops_at_the_first_error()
    {
        var stale = NotebookOf("1", "missing", "3");
        stale = stale with { Cells = [.. stale.Cells.Select(cell => cell with { Outputs = [new StreamOutput("old")], ExecutionCount = 7 })] };

        var run = await Run(stale);

        var error = Assert.Single(run.Errors);
        Assert.Equal((2, "c2"), (error.Number, error.Id));
        Assert.Equal([error.Error], run.Notebook.Cells[1].Outputs);
        Assert.Empty(run.Notebook.Cells[2].Outputs);
        Assert.Null(run.Notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task A_run_can_go_on_after_errors()
    {
        var run = await Run(NotebookOf("missing", "throw new Exception(\"no\");", "3"), RunOptions.Default with { ContinueOnError = true });

        Assert.Equal([1, 2], run.Errors.Select(error => error.Number));
        Assert.IsType<ResultOutput>(Assert.Single(run.Notebook.Cells[2].Outputs));
    }

    [Fact]
    public async Task A_later_cell_can_update_an_earlier_display()
    {
        var run = await Run(NotebookOf("var shown = display(\"old\");", "shown.Update(\"new\");"));

        Assert.Equal("new", Assert.IsType<DisplayOutput>(Assert.Single(run.Notebook.Cells[0].Outputs)).Data["text/plain"]);
        Assert.Empty(run.Notebook.Cells[1].Outputs);
    }

    [Fact]
    public async Task Progress_and_text_are_told_as_they_come()
    {
        var told = new List<string>();
        var options = RunOptions.Default with
        {
            Progress = cell => told.Add($"{cell.Number}/{cell.Count} {cell.Id} {(cell.HasEnded ? cell.Failed ? "failed" : "ended" : "begins")}"),
            Echo = text => told.Add(text),
            Updated = text => told.Add($"now {text}"),
        };

        await Run(NotebookOf("Console.Write(\"a\\rb\"); display(\"10 %\").Update(\"20 %\");", "missing"), options);

        Assert.Equal(["1/2 c1 begins", "a\rb", "now 20 %", "1/2 c1 ended", "2/2 c2 begins", "2/2 c2 failed"], told);
    }

    [Fact]
    public async Task An_interrupted_run_gives_back_what_there_is()
    {
        using var interrupt = new CancellationTokenSource();
        var options = RunOptions.Default with { ContinueOnError = true, Echo = _ => interrupt.Cancel() };

        var run = await NotebookRunner.RunAsync(NotebookOf("1", "Console.Write(\"kept\"); await Task.Delay(-1);", "3"), options, interrupt.Token);

        Assert.Equal("OperationCanceledException", Assert.Single(run.Errors).Error.Name);
        Assert.Equal(new StreamOutput("kept"), run.Notebook.Cells[1].Outputs[0]);
        Assert.Empty(run.Notebook.Cells[2].Outputs);
    }

    [Fact]
    public async Task A_run_that_was_cancelled_before_it_began_has_failed()
    {
        var run = await NotebookRunner.RunAsync(NotebookOf("1"), RunOptions.Default, new CancellationToken(canceled: true));

        Assert.False(run.Succeeded);
    }

    [Fact]
    public async Task What_a_cell_leaves_behind_does_not_reach_later_cells()
    {
        var run = await Run(NotebookOf("var go = new TaskCompletionSource(); var late = Task.Run(async () => { await go.Task; Console.Write(\"late\"); display(1); });", "go.SetResult(); await late;"));

        Assert.All(run.Notebook.Cells, cell => Assert.Empty(cell.Outputs));
    }

    [Fact]
    public async Task A_figure_in_JSON_is_stored_as_JSON()
    {
        var run = await Run(NotebookOf("display(\"{\\\"data\\\":[]}\", \"application/vnd.plotly.v1+json\");"));

        using var file = JsonDocument.Parse(run.Notebook.ToText());
        var figure = file.RootElement.GetProperty("cells")[0].GetProperty("outputs")[0].GetProperty("data").GetProperty("application/vnd.plotly.v1+json");
        Assert.Equal(JsonValueKind.Object, figure.ValueKind);
    }

    [Fact]
    public async Task A_cell_that_writes_without_end_is_ended_by_the_time_limit()
    {
        var options = RunOptions.Default with { Engine = EngineOptions.Default with { CellTimeLimit = TimeSpan.FromSeconds(5) } };

        var run = await Run(NotebookOf("var time = System.Diagnostics.Stopwatch.StartNew(); while (time.Elapsed.TotalSeconds < 7) Console.WriteLine(\"more\");"), options);

        Assert.Equal("TimeoutException", Assert.Single(run.Errors).Error.Name);
        Assert.StartsWith("more\nmore\n", Assert.IsType<StreamOutput>(run.Notebook.Cells[0].Outputs[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_without_cells_is_run_at_once()
    {
        var run = await Run(new Notebook());

        Assert.True(run.Succeeded);
        Assert.Empty(run.Notebook.Cells);
    }

    [Fact]
    public async Task A_cell_of_very_many_lines_is_run_and_its_errors_name_the_last_of_them()
    {
        var lines = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"var x{i} = {i};\r\n"));

        var run = await Run(NotebookOf($"#!time\r\n{lines}throw new Exception($\"{{x9999}}\");"));

        var error = Assert.Single(run.Errors).Error;
        Assert.Equal("9999", error.Value);
        Assert.Contains("cell 1, line 10002", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_of_one_name_keep_their_own_outputs()
    {
        var notebook = new Notebook { Cells = [new("same", CellKind.Code, "1"), new("same", CellKind.Code, "2")] };

        var run = await Run(notebook);

        Assert.Equal(["1", "2"], run.Notebook.Cells.Select(cell => Assert.IsType<ResultOutput>(cell.Outputs[0]).Data["text/plain"]));
    }

    [Fact]
    public async Task Half_characters_in_outputs_and_errors_hinder_neither_the_run_nor_its_file()
    {
        using var folder = new TemporaryFolder();

        var run = await Run(NotebookOf("Console.Write(\"a\\ud800b\");", "display(\"\\udc00\", \"text/html\");", "throw new Exception(\"\\ud800\");"));
        run.Notebook.Save(folder.PathOf("a.ipynb"));

        Assert.Equal(new StreamOutput("a\ufffdb"), Notebook.Load(folder.PathOf("a.ipynb")).Cells[0].Outputs[0]);
    }

    private static Task<NotebookRun> Run(Notebook notebook, RunOptions? options = null) =>
        NotebookRunner.RunAsync(notebook, options ?? RunOptions.Default, TestContext.Current.CancellationToken);

    private static Notebook NotebookOf(params string[] code) =>
        new() { Cells = [.. code.Select((source, i) => new NotebookCell($"c{i + 1}", CellKind.Code, source))] };

    private static NotebookCell WithTimes(NotebookCell cell)
    {
        using var times = JsonDocument.Parse("{\"iopub.execute_input\": \"2026-01-01T00:00:00Z\"}");
        return cell with { Metadata = cell.Metadata.Add("execution", times.RootElement.Clone()) };
    }
}
