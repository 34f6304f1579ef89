using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Tests.Scripting;

public class CellTextTests
{
    private readonly CellText _text = new();

    [Fact]
    public void What_follows_on_the_same_stream_is_joined_and_the_order_of_the_streams_kept()
    {
        _text.Add("a", isError: false);
        _text.Add("b", isError: false);
        _text.Add("c", isError: true);
        _text.Add("d", isError: false);

        Assert.Equal([("ab", false), ("c", true), ("d", false)], _text.Take());
        Assert.Empty(_text.Take());
    }

    [Fact]
    public void Only_the_first_text_after_each_handing_out_calls_for_somebody()
    {
        Assert.True(_text.Add("a", isError: false));
        Assert.False(_text.Add("b", isError: true));
        _text.Take();

        Assert.True(_text.Add("c", isError: false));
    }

    [Fact]
    public void Beyond_the_limit_it_says_so_once_and_takes_nothing_more()
    {
        _text.Add(new string('a', CellText.Most - 1), isError: false);
        _text.Add("bc", isError: false);
        _text.Add("d", isError: false);

        var pieces = _text.Take();
        Assert.Equal((CellText.Most, 'b'), (pieces[0].Text.Length, pieces[0].Text[^1]));
        Assert.Contains("wrote more than 20 million characters", Assert.Single(pieces[1..]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_closed_it_takes_nothing()
    {
        _text.Close();

        Assert.False(_text.Add("a", isError: false));
        Assert.Empty(_text.Take());
    }
}
