namespace Hnn.Jupyter.Tests.Scripting;

public sealed class StrayExceptionsTests : IDisposable
{
    private readonly Recorder _cells = new();

    [Theory]
    [InlineData("var thread = new System.Threading.Thread(() => throw new InvalidOperationException(\"lost\")); thread.Start(); thread.Join();")]
    [InlineData("async void Throw() { await Task.Yield(); throw new InvalidOperationException(\"lost\"); }\nThrow(); await Task.Delay(500);")]
    public async Task What_fails_on_another_thread_is_an_error_of_the_cell(string code)
    {
        var error = await _cells.FailAsync(code);

        Assert.Equal(("InvalidOperationException", "lost"), (error.Name, error.Value));
        Assert.Contains("in cell 1, line 1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_after_its_cell_ended_ends_neither_the_process_nor_a_later_cell()
    {
        await _cells.RunAsync("var go = new System.Threading.ManualResetEventSlim(); var thread = new System.Threading.Thread(() => { go.Wait(); throw new Exception(\"late\"); }); thread.Start();");

        await _cells.RunAsync("go.Set(); thread.Join(); 1");

        Assert.Equal("1", _cells.Last["text/plain"]);
    }

    public void Dispose() => _cells.Dispose();
}
