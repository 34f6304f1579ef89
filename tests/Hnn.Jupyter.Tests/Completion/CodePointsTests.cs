using Hnn.Jupyter.Completion;

namespace Hnn.Jupyter.Tests.Completion;

public class CodePointsTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("a😀b", 2, 3)]
    [InlineData("😀😀", 2, 4)]
    [InlineData("", 0, 0)]
    public void Positions_are_turned_there_and_back(string text, int points, int index)
    {
        Assert.Equal(index, CodePoints.Index(text, points));
        Assert.Equal(points, CodePoints.Count(text, index));
    }

    [Fact]
    public void A_position_behind_the_end_is_the_end() => Assert.Equal(2, CodePoints.Index("ab", 5));

    [Fact]
    public void Half_a_character_counts_as_one() => Assert.Equal(2, CodePoints.Count("\ud83dx", 2));
}
