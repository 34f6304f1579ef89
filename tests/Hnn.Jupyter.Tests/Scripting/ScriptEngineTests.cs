using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Tests.Scripting;

public sealed class ScriptEngineTests : IDisposable
{
    private readonly Recorder _cells = new();

    [Fact]
    public async Task Variables_methods_types_and_usings_stay()
    {
        await _cells.RunAsync("using System.Globalization;\nvar x = 20; int Twice(int n) => 2 * n; record Point(int A);");
        await _cells.RunAsync("Console.Write(Twice(x) + new Point(2).A); CultureInfo.InvariantCulture.ToString();");

        Assert.Equal("42", _cells.Text);
        Assert.Equal(2, _cells.Engine.ExecutionCount);
    }

    [Fact]
    public async Task A_last_expression_is_the_result()
    {
        await _cells.RunAsync("var x = 6;\nx * 7");

        var result = Assert.IsType<ResultOutput>(Assert.Single(_cells.Outputs));
        Assert.Equal("42", result.Data["text/plain"]);
        Assert.Equal(1, result.ExecutionCount);
    }

    [Theory]
    [InlineData("var x = 1;")]
    [InlineData("string.Concat(\"a\");")]
    [InlineData("GC.KeepAlive(1)")]
    [InlineData("await Task.Yield()")]
    [InlineData("")]
    [InlineData("// nothing")]
    public async Task A_cell_without_a_last_value_has_no_result(string code)
    {
        await _cells.RunAsync(code);

        Assert.Empty(_cells.Outputs);
    }

    [Fact]
    public async Task A_null_is_a_result_too()
    {
        await _cells.RunAsync("(string)null");

        Assert.Equal("<null>", _cells.Last["text/plain"]);
    }

    [Fact]
    public async Task Tasks_are_awaited_at_the_top_level()
    {
        await _cells.RunAsync("async Task<int> Later() { await Task.Delay(1); return 5; }\nvar five = await Later();");
        await _cells.RunAsync("await Later() + five");

        Assert.Equal("10", _cells.Last["text/plain"]);
    }

    [Theory]
    [InlineData("StringBuilder")]
    [InlineData("IEnumerable")]
    [InlineData("List<int>")]
    [InlineData("Task")]
    public async Task The_usual_namespaces_need_no_using(string type) => await _cells.RunAsync($"var t = typeof({type}); new[] {{ 1 }}.First();");

    [Fact]
    public async Task Other_namespaces_need_one()
    {
        var error = await _cells.FailAsync("File.Exists(\"a\")");

        Assert.Contains("CS0103", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hosts_usings_are_there()
    {
        using var cells = new Recorder(EngineOptions.Default with { Usings = ["System.IO"] });

        await cells.RunAsync("Path.GetFileName(\"a/b\")");

        Assert.Equal("b", cells.Last["text/plain"]);
    }

    [Fact]
    public async Task Preloaded_assemblies_can_be_used()
    {
        using var cells = new Recorder(EngineOptions.Default with { PreloadedAssemblies = ["Hnn.Core", "Hnn.Engine"] });

        await cells.RunAsync("typeof(Hnn.Core.Drives.EvokedDrive).Name");

        Assert.Equal("EvokedDrive", cells.Last["text/plain"]);
    }

    [Fact]
    public void An_assembly_that_cannot_be_preloaded_is_named()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => new ScriptEngine(EngineOptions.Default with { PreloadedAssemblies = ["No.Such.Assembly"] }));

        Assert.Contains("'No.Such.Assembly'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Environment.Exit(1);")]
    [InlineData("Action<int> end = Environment.Exit;")]
    [InlineData("using static System.Environment;\nExit(1);")]
    public async Task A_cell_does_not_end_the_process(string code)
    {
        var error = await _cells.FailAsync(code);

        Assert.Equal("NotSupportedException", error.Name);
        Assert.Contains("Environment.Exit would end the whole kernel", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_may_have_an_exit_of_its_own() => await _cells.RunAsync("class Door { public int Exit = 1; }\nnew Door().Exit");

    [Fact]
    public async Task A_cell_that_asks_where_nobody_is_says_so()
    {
        var error = await _cells.FailAsync("input(\"Who?\")");

        Assert.Contains("nobody is here to type it", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_runs_one_cell_at_a_time()
    {
        using var stop = new CancellationTokenSource();
        var first = _cells.Engine.RunAsync("await Task.Delay(-1);", _cells, stop.Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _cells.Engine.RunAsync("1", _cells, TestContext.Current.CancellationToken));

        await stop.CancelAsync();
        Assert.False((await first).Succeeded);
    }

    public void Dispose() => _cells.Dispose();
}
