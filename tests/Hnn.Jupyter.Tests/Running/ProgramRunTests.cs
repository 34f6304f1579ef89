using Hnn.Jupyter.Displays;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Running;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Tests.Running;

public sealed class ProgramRunTests
{
    private readonly ProgramRun _run = new(
        new Notebook { Cells = [new("text", CellKind.Markdown, "# Title"), new("a", CellKind.Code, "1"), new("b", CellKind.Code, "2"), new("c", CellKind.Code, "3")] }, RunOptions.Default);

    [Fact]
    public void What_is_put_out_belongs_to_the_section_begun_last()
    {
        _run.Begin("a");
        Console.WriteLine("one");
        _run.Begin("b");
        NotebookFunctions.display("two");
        var outputs = _run.End().Cells.Select(cell => cell.Outputs).ToArray();

        Assert.Equal([new StreamOutput("one\n")], outputs[1]);
        Assert.Equal("two", Assert.IsType<DisplayOutput>(Assert.Single(outputs[2])).Data["text/plain"]);
        Assert.Empty(outputs[3]);
    }

    [Fact]
    public async Task It_follows_the_code_behind_an_await_and_into_threads()
    {
        _run.Begin("a");
        await Task.Delay(1, TestContext.Current.CancellationToken);
        await Task.Run(() => Console.Write("there"), TestContext.Current.CancellationToken);

        Assert.Equal([new StreamOutput("there")], _run.End().Cells[1].Outputs);
    }

    [Fact]
    public void A_display_can_be_updated_from_a_later_section()
    {
        _run.Begin("a");
        var shown = NotebookFunctions.display("old");
        _run.Begin("b");
        shown.Update("new");

        Assert.Equal("new", Assert.IsType<DisplayOutput>(Assert.Single(_run.End().Cells[1].Outputs)).Data["text/plain"]);
    }

    [Fact]
    public void Sections_are_counted_in_the_order_they_begin()
    {
        _run.Begin("b");
        _run.Begin("a");

        Assert.Equal([null, 2, 1, null], _run.End().Cells.Select(cell => cell.ExecutionCount));
    }

    [Theory, InlineData("text"), InlineData("d")]
    public void A_section_of_code_that_is_not_there_cannot_begin(string name)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => _run.Begin(name));

        Assert.Equal($"The program has no section '{name}' of code. Begin one with a line '// %% {name}', or name one that it has.", fault.Message);
    }

    [Fact]
    public void What_ends_the_program_stands_below_the_section_it_ended()
    {
        _run.Begin("a");
        _run.Fail(new InvalidOperationException("Enough."), "program.cs");

        Assert.Equal(("InvalidOperationException", "Enough."), Assert.IsType<ErrorOutput>(Assert.Single(_run.End().Cells[1].Outputs)) is var error ? (error.Name, error.Value) : default);
    }

    [Fact]
    public void Only_code_that_asked_for_its_token_is_interrupted_and_once()
    {
        _run.Begin("a");
        Assert.False(_run.Interrupt());
        var token = RunningCell.Current!.GiveInterrupt();

        Assert.Equal((true, false), (_run.Interrupt(), _run.Interrupt()));
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void The_next_section_has_a_token_of_its_own()
    {
        _run.Begin("a");
        RunningCell.Current!.GiveInterrupt();
        _run.Interrupt();
        _run.Begin("b");

        Assert.False(RunningCell.Current!.GiveInterrupt().IsCancellationRequested);
    }
}
