using Hnn.Jupyter.Notebooks;

namespace Hnn.Jupyter.Tests.Notebooks;

public class TextLinesTests
{
    // The line ends are those of Python's str.splitlines, which Jupyter's writer uses.
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a\n" })]
    [InlineData("a\n\nb", new[] { "a\n", "\n", "b" })]
    [InlineData("a\r\nb\rc", new[] { "a\r\n", "b\r", "c" })]
    [InlineData("a\u2028b\fc", new[] { "a\u2028", "b\f", "c" })]
    public void A_text_is_split_behind_its_line_ends(string text, string[] lines)
    {
        var split = TextLines.Split(text);

        Assert.Equal(lines, split.Select(line => line!.GetValue<string>()));
    }
}
