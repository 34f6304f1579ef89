using Hnn.Plots.Colors;

namespace Hnn.Plots.Tests.Colors;

public class ThemeTests
{
    public static TheoryData<Theme> Themes => [Theme.Light, Theme.Dark];

    [Theory, MemberData(nameof(Themes))]
    public void Text_can_be_read(Theme theme) => Assert.True(theme.Ink.ContrastTo(theme.Background) >= 4.5);

    [Fact]
    public void Every_colour_of_the_palette_can_be_seen_in_the_dark()
    {
        var colors = Enumerable.Range(0, 7).Select(Palette.Series).Concat(Enumerable.Range(0, 8).Select(drive => Palette.Population($"drive{drive}", Enumerable.Range(0, 8).Select(other => $"drive{other}"))));

        Assert.All(colors, color => Assert.True(Theme.Dark.Adapt(color).ContrastTo(Theme.Dark.Background) >= 3));
    }

    [Fact]
    public void What_is_black_on_white_is_white_in_the_dark_and_a_light_grey_a_dark_one()
    {
        var (line, aside) = (Theme.Dark.Adapt(Color.FromHex("#000000")), Theme.Dark.Adapt(Color.FromHex("#A9B0B9")));

        Assert.Equal("#FFFFFF", line.Hex);
        Assert.InRange(aside.ContrastTo(Theme.Dark.Background), 3, 4);
    }

    [Fact]
    public void On_white_a_colour_stays_as_it_is() => Assert.Equal("#F0E442", Theme.Light.Adapt(Color.FromHex("#F0E442")).Hex);

    [Fact]
    public void On_a_ground_where_nothing_stands_out_a_colour_becomes_white()
    {
        var theme = Theme.Dark with { Background = Color.FromHex("#B0B0B0") };

        Assert.Equal("#FFFFFF", theme.Adapt(Color.FromHex("#C04040")).Hex);
    }
}
