using Hnn.Plots.Colors;

namespace Hnn.Plots.Tests.Colors;

public class ColorTests
{
    [Fact]
    public void A_colour_is_written_as_it_was_read() => Assert.Equal("#0A72B2", Color.FromHex("#0a72B2").Hex);

    [Theory, InlineData(""), InlineData("red"), InlineData("0072B2"), InlineData("#0072B"), InlineData("#0072BX"), InlineData("#0072B2FF")]
    public void Anything_else_is_an_error_that_shows_the_right_form(string text) =>
        Assert.Contains("#0072B2", Assert.Throws<FormatException>(() => Color.FromHex(text)).Message, StringComparison.Ordinal);
}
