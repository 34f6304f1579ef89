using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Tests.Displays;

public sealed class NotebookFunctionsTests : IDisposable
{
    private readonly Recorder _cells = new();

    [Fact]
    public async Task A_value_is_displayed_by_function_or_method()
    {
        await _cells.RunAsync("display(1); \"two\".Display(); display(3)");

        Assert.Equal(["1", "two", "3"], _cells.Outputs.Select(output => Assert.IsType<DisplayOutput>(output).Data["text/plain"]));
    }

    [Fact]
    public async Task HTML_is_shown_as_it_is()
    {
        await _cells.RunAsync("display(\"<b>1</b>\", \"text/html\"); display(HTML(\"<b>2</b>\")); HTML(\"<b>3</b>\")");

        Assert.Equal(["<b>1</b>", "<b>2</b>", "<b>3</b>"], _cells.Outputs.Select(Html));
    }

    [Fact]
    public async Task A_display_can_be_updated_later_also_from_another_cell()
    {
        await _cells.RunAsync("var shown = display(\"old\"); Console.Write(\"text\");");
        await _cells.RunAsync("shown.Update(\"new\");");

        Assert.Equal("new", Assert.IsType<DisplayOutput>(_cells.Outputs[0]).Data["text/plain"]);
        Assert.Equal(2, _cells.Outputs.Count);
    }

    [Fact]
    public async Task An_update_keeps_the_form_that_was_named()
    {
        await _cells.RunAsync("display(\"<i>old</i>\", \"text/html\").Update(\"<i>new</i>\");");

        Assert.Equal(["text/html"], _cells.Last.Forms.Keys);
        Assert.Equal("<i>new</i>", _cells.Last["text/html"]);
    }

    [Fact]
    public async Task A_cell_may_give_the_names_to_its_own_variables()
    {
        await _cells.RunAsync("var display = 1; var HTML = 2; display + HTML");

        Assert.Equal("3", _cells.Last["text/plain"]);
    }

    public void Dispose() => _cells.Dispose();

    private static string? Html(CellOutput output) => output is DisplayOutput display ? display.Data["text/html"] : Assert.IsType<ResultOutput>(output).Data["text/html"];
}
