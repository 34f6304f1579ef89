using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Tests.Scripting;

public sealed class InterruptTests : IDisposable
{
    // How a cell gets its token: as a library's extension does.
    private const string Heard = "Hnn.Jupyter.Tests.Scripting.SampleExtension.Interrupt()";

    private readonly Recorder _cells = new();

    [Fact]
    public async Task An_awaiting_cell_is_given_up_and_its_outputs_stay()
    {
        var result = await InterruptWhenItDisplays("Console.WriteLine(\"before\"); display(1); await Task.Delay(-1); Console.WriteLine(\"after\");");

        Assert.Equal("OperationCanceledException", result.Error?.Name);
        Assert.Equal([typeof(StreamOutput), typeof(DisplayOutput), typeof(ErrorOutput)], _cells.Outputs.Select(output => output.GetType()));
        Assert.Contains("cell 1 was interrupted", result.Error?.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("while (true) { }")]
    [InlineData("while (true) Console.WriteLine(1);")]
    [InlineData("class Endless { public override string ToString() { while (true) { } } }\nnew Endless()")]
    public async Task A_cell_that_sleeps_or_loops_is_stopped(string code)
    {
        var result = await InterruptWhenItDisplays($"display(1);\n{code}");

        Assert.Equal("cell 1 was interrupted.", result.Error?.Value);
    }

    [Fact]
    public async Task A_stopped_loop_leaves_the_console_open()
    {
        await InterruptWhenItDisplays("display(1); while (true) { try { Console.Write(1); } catch (Exception) { } }");

        await _cells.RunAsync("Console.Write(\"open\");");

        Assert.EndsWith("open", _cells.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_engine_goes_on_after_an_interrupt()
    {
        await _cells.RunAsync("var x = 5;");
        await InterruptWhenItDisplays("display(1); await Task.Delay(-1);");

        await _cells.RunAsync("x");

        Assert.Equal("5", _cells.Last["text/plain"]);
    }

    [Fact]
    public async Task What_a_given_up_cell_does_later_is_not_seen()
    {
        await InterruptWhenItDisplays("var go = new TaskCompletionSource(); var gone = new TaskCompletionSource(); AppDomain.CurrentDomain.SetData(\"go\", go); AppDomain.CurrentDomain.SetData(\"gone\", gone); display(1); await go.Task; try { Console.Write(\"late\"); } finally { gone.SetResult(); }");
        var before = _cells.Outputs.Count;

        ((TaskCompletionSource)AppDomain.CurrentDomain.GetData("go")!).SetResult();
        await ((TaskCompletionSource)AppDomain.CurrentDomain.GetData("gone")!).Task;
        await _cells.RunAsync("display(2);");

        Assert.Equal(before + 1, _cells.Outputs.Count);
        Assert.Equal("", _cells.Text);
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_says_so()
    {
        using var cells = new Recorder(EngineOptions.Default with { CellTimeLimit = TimeSpan.FromSeconds(0.1) });

        var error = await cells.FailAsync("await Task.Delay(-1);");

        Assert.Equal("TimeoutException", error.Name);
        Assert.Contains("cell 1 ran longer than the limit of 0.1 s", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_kind_of_cancellation_ends_an_interrupted_cell_it_says_so()
    {
        using var cells = CellsThatHearTheirInterrupt();

        var result = await InterruptWhenItDisplays($"class Own : OperationCanceledException; display(1); {Heard}.WaitHandle.WaitOne(); throw new Own();", cells);

        Assert.Equal("cell 1 was interrupted.", result.Error?.Value);
    }

    [Fact]
    public async Task A_cell_that_asked_for_its_token_has_time_to_hand_over_what_there_is()
    {
        using var cells = CellsThatHearTheirInterrupt();

        var result = await InterruptWhenItDisplays($"display(1); {Heard}.WaitHandle.WaitOne(); await Task.Delay(1500); var kept = 7;", cells);
        await cells.RunAsync("kept");

        Assert.Equal("cell 1 was interrupted.", result.Error?.Value);
        Assert.Equal("7", cells.Last["text/plain"]);
    }

    [Fact]
    public async Task A_cell_that_never_asks_for_its_token_is_left_to_itself()
    {
        var result = await InterruptWhenItDisplays("display(1); await Task.Delay(-1);");

        Assert.Equal("cell 1 was interrupted. Its code did not stop and may go on in the background; restart to be rid of it.", result.Error?.Value);
    }

    [Fact]
    public async Task A_cancellation_without_an_interrupt_is_the_cells_own_error()
    {
        var error = await _cells.FailAsync("throw new OperationCanceledException(\"mine\");");

        Assert.Equal(("OperationCanceledException", "mine"), (error.Name, error.Value));
    }

    [Fact]
    public void A_time_limit_is_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScriptEngine(EngineOptions.Default with { CellTimeLimit = TimeSpan.Zero }));

    public void Dispose() => _cells.Dispose();

    private static Recorder CellsThatHearTheirInterrupt() => new(EngineOptions.Default with
    {
        PreloadedAssemblies = ["Hnn.Jupyter.Tests"],
        Extensions = [new($"{typeof(SampleExtension).FullName}, Hnn.Jupyter.Tests", nameof(SampleExtension.Load))],
    });

    private async Task<CellResult> InterruptWhenItDisplays(string code, Recorder? cells = null)
    {
        using var interrupt = new CancellationTokenSource();
        var sink = new InterruptingSink(cells ?? _cells, interrupt);
        return await (cells ?? _cells).Engine.RunAsync(code, sink, interrupt.Token);
    }

    private sealed class InterruptingSink(ICellSink inner, CancellationTokenSource interrupt) : ICellSink
    {
        public void Show(CellOutput output)
        {
            inner.Show(output);
            if (output is DisplayOutput)
                interrupt.CancelAfter(1);
        }

        public void Update(string displayId, MimeBundle data) => inner.Update(displayId, data);
    }
}
