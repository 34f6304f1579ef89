using System.Reflection;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Tests.Scripting;

public class RunningCellTests
{
    [Fact]
    public async Task Text_reaches_the_sink_a_little_later_and_together()
    {
        using var sink = new Recorder();
        var cell = new RunningCell(sink, CancellationToken.None);

        cell.Write("a", isError: false);
        cell.Write("b", isError: false);
        while (sink.Outputs.Count == 0)
            await Task.Delay(1, TestContext.Current.CancellationToken);

        Assert.Equal("ab", sink.Text);
    }

    [Fact]
    public void A_closed_cell_hands_on_its_last_text_and_nothing_after_it()
    {
        using var sink = new Recorder();
        var cell = new RunningCell(sink, CancellationToken.None);

        cell.Write("before", isError: false);
        cell.Close();
        cell.Write("after", isError: false);
        cell.Flush();

        Assert.Equal("before", sink.Text);
    }

    [Fact]
    public void A_cell_that_ended_by_itself_holds_nothing_that_must_be_disposed() =>
        Assert.DoesNotContain(typeof(IDisposable), typeof(RunningCell).GetFields(BindingFlags.Instance | BindingFlags.NonPublic).SelectMany(field => field.FieldType.GetInterfaces()));
}
