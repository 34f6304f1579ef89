using Hnn.Plots.Colors;

namespace Hnn.Plots.Tests.Colors;

public class ColormapTests
{
    private static readonly double[] Places = [.. Enumerable.Range(0, 101).Select(step => step / 100.0)];

    public static TheoryData<Colormap> OneWay => [Colormap.Viridis, Colormap.Cividis, Colormap.Inferno];

    public static TheoryData<Colormap> TwoWays => [Colormap.BlueWhiteRed, Colormap.RedWhiteBlue];

    [Theory, MemberData(nameof(OneWay))]
    public void A_greater_number_is_brighter(Colormap map)
    {
        var brightness = Places.Select(place => map.At(place).Luminance).ToArray();

        Assert.Equal(brightness.Order(), brightness);
        Assert.True(brightness[^1] > 0.7 && brightness[0] < 0.03);
    }

    [Theory, MemberData(nameof(TwoWays))]
    public void Numbers_of_both_signs_are_darker_the_farther_from_a_white_zero(Colormap map)
    {
        var brightness = Places.Select(place => map.At(place).Luminance).ToArray();

        Assert.Equal("#FFFFFF", map.At(0.5).Hex);
        Assert.Equal(brightness[..51].Order(), brightness[..51]);
        Assert.Equal(brightness[50..].OrderDescending(), brightness[50..]);
    }

    [Theory, MemberData(nameof(TwoWays))]
    public void A_number_is_about_as_dark_as_its_negative(Colormap map)
    {
        var differences = Places.Select(place => Math.Abs(Lightness(map.At(place)) - Lightness(map.At(1 - place))));

        // Of 100: the yellows and blues of Okabe and Ito are not closer than 9.
        Assert.All(differences, difference => Assert.InRange(difference, 0, 10));
    }

    [Fact]
    public void Beyond_the_ends_their_colour_holds()
    {
        Assert.Equal(Colormap.Viridis.Stops[0], Colormap.Viridis.At(-1));
        Assert.Equal(Colormap.Viridis.Stops[^1], Colormap.Viridis.At(2));
    }

    // CIE 1976 L*.
    private static double Lightness(Color color) => color.Luminance > 0.008856 ? (116 * Math.Cbrt(color.Luminance)) - 16 : 903.3 * color.Luminance;
}
