using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Tests.Scripting;

public sealed class CellConsoleTests : IDisposable
{
    private readonly Recorder _cells = new();

    [Fact]
    public async Task Texts_and_displays_keep_their_order()
    {
        await _cells.RunAsync("Console.Write(\"a\"); Console.Error.WriteLine(\"b\"); display(1); Console.Write(\"c\"); Console.Write('d'); 2");

        Assert.Equal(new StreamOutput("a"), _cells.Outputs[0]);
        Assert.Equal(new StreamOutput("b\n", IsError: true), _cells.Outputs[1]);
        Assert.IsType<DisplayOutput>(_cells.Outputs[2]);
        Assert.Equal(new StreamOutput("cd"), _cells.Outputs[3]);
        Assert.IsType<ResultOutput>(_cells.Outputs[4]);
    }

    [Fact]
    public async Task Tasks_and_threads_of_a_cell_write_into_it()
    {
        await _cells.RunAsync("await Task.Run(() => Console.Write(1)); var t = new System.Threading.Thread(() => Console.Write(2.5)); t.Start(); t.Join(); Console.Out.Flush();");

        Assert.Equal("12.5", _cells.Text);
    }

    [Fact]
    public async Task Two_engines_do_not_mix()
    {
        using var other = new Recorder();
        const string Code = "for (var i = 0; i < 20; i++) { Console.Write(NAME); await Task.Delay(1); }";

        await Task.WhenAll(_cells.RunAsync(Code.Replace("NAME", "1", StringComparison.Ordinal)), other.RunAsync(Code.Replace("NAME", "2", StringComparison.Ordinal)));

        Assert.Equal(new string('1', 20), _cells.Text);
        Assert.Equal(new string('2', 20), other.Text);
    }

    [Fact]
    public async Task Many_short_lines_arrive_in_few_pieces()
    {
        var counter = new Counter();

        await _cells.Engine.RunAsync("for (var i = 0; i < 20000; i++) Console.WriteLine(i);", counter, TestContext.Current.CancellationToken);

        Assert.Equal(20_000, counter.Lines);
        Assert.InRange(counter.Pieces, 1, 2_000);
    }

    [Fact]
    public async Task A_sink_may_write_to_the_console_itself()
    {
        var echo = new EchoingSink();

        await _cells.Engine.RunAsync("Console.Write(\"once\"); display(1);", echo, TestContext.Current.CancellationToken);

        Assert.Equal(2, echo.Count);
    }

    [Fact]
    public async Task A_progress_line_is_stored_as_it_ended()
    {
        await _cells.RunAsync("for (var i = 1; i <= 3; i++) Console.Write($\"\\rTrial 1: {10 * i} ms\"); Console.WriteLine();");

        Assert.Equal("Trial 1: 30 ms\n", _cells.Text);
    }

    [Fact]
    public async Task A_cell_that_writes_without_end_is_cut_and_says_so()
    {
        await _cells.RunAsync("for (var i = 0; i < 30; i++) Console.Write(new string('x', 1_000_000));");

        Assert.Equal(CellText.Most, _cells.Text.Length);
        Assert.Contains("more than 20 million characters", Assert.IsType<StreamOutput>(_cells.Outputs[^1]).Text, StringComparison.Ordinal);
    }

    public void Dispose() => _cells.Dispose();

    private sealed class Counter : ICellSink
    {
        public int Pieces { get; private set; }

        public int Lines { get; private set; }

        public void Show(CellOutput output)
        {
            Pieces++;
            Lines += Assert.IsType<StreamOutput>(output).Text.Count(character => character == '\n');
        }

        public void Update(string displayId, MimeBundle data)
        {
        }
    }

    private sealed class EchoingSink : ICellSink
    {
        public int Count { get; private set; }

        public void Show(CellOutput output)
        {
            Count++;
            Console.Write("");
        }

        public void Update(string displayId, MimeBundle data)
        {
        }
    }
}
