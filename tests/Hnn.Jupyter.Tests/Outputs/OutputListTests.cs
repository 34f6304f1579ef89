using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Tests.Outputs;

public class OutputListTests
{
    private static readonly MimeBundle Old = MimeBundle.Of("text/plain", "old");
    private static readonly MimeBundle New = MimeBundle.Of("text/plain", "new");

    [Fact]
    public void Texts_in_a_row_are_joined_by_stream()
    {
        var list = ListOf(new StreamOutput("a"), new StreamOutput("b\n"), new StreamOutput("c", IsError: true), new StreamOutput("d"));

        Assert.Equal([new StreamOutput("ab\n"), new StreamOutput("c", IsError: true), new StreamOutput("d")], list.ToImmutable());
    }

    [Fact]
    public void A_display_stands_between_texts()
    {
        var list = ListOf(new StreamOutput("a"), new DisplayOutput(Old), new StreamOutput("b"));

        Assert.Equal([typeof(StreamOutput), typeof(DisplayOutput), typeof(StreamOutput)], list.ToImmutable().Select(output => output.GetType()));
    }

    // What an xterm shows after each text.
    [Theory]
    [InlineData("10 %\r20 %\r100 %\n", "100 %\n")]
    [InlineData("abcdef\rxy", "xycdef")]
    [InlineData("abc\r", "abc")]
    [InlineData("abc\r\ndef\r\n", "abc\ndef\n")]
    [InlineData("kept\nabc\rx\ny", "kept\nxbc\ny")]
    public void A_carriage_return_overwrites_the_line(string written, string seen)
    {
        var whole = ListOf(new StreamOutput(written));
        var piecewise = ListOf([.. written.Select(character => new StreamOutput(character.ToString()))]);

        Assert.Equal([new StreamOutput(seen)], whole.ToImmutable());
        Assert.Equal([new StreamOutput(seen)], piecewise.ToImmutable());
    }

    [Fact]
    public void An_update_replaces_the_display_where_it_stands()
    {
        var list = ListOf(new DisplayOutput(Old) { DisplayId = "a" }, new StreamOutput("text"));

        var found = list.Update("a", New);

        Assert.True(found);
        Assert.Equal(New, Assert.IsType<DisplayOutput>(list.ToImmutable()[0]).Data);
        Assert.False(list.Update("b", Old));
    }

    private static OutputList ListOf(params CellOutput[] outputs)
    {
        var list = new OutputList();
        foreach (var output in outputs)
            list.Add(output);
        return list;
    }

    [Theory]
    [InlineData(false, "new")]
    [InlineData(true, "new")]
    public void Cleared_outputs_are_gone_when_the_next_one_comes(bool wait, string text)
    {
        var list = new OutputList();
        list.Add(new StreamOutput("old"));

        list.Clear(wait);
        Assert.Equal(wait ? 1 : 0, list.ToImmutable().Length);
        list.Add(new StreamOutput(text));

        Assert.Equal([new StreamOutput(text)], list.ToImmutable());
    }
}
