using Hnn.Plots.Colors;

namespace Hnn.Plots.Tests.Colors;

public class PaletteTests
{
    private static readonly string[] Populations = ["L2_basket", "L2_pyramidal", "L5_basket", "L5_pyramidal", "evprox1", "evdist1", "evprox2"];

    [Fact]
    public void The_populations_of_a_network_have_different_colours()
    {
        var colors = Populations.Select(name => Palette.Population(name, Populations));

        Assert.Distinct(colors);
    }

    [Fact]
    public void A_drive_keeps_its_colour_when_drives_are_added_behind_it() =>
        Assert.Equal(Palette.Population("evdist1", Populations), Palette.Population("evdist1", [.. Populations, "bursty", "tonic"]));

    [Fact]
    public void A_cell_type_has_its_colour_in_every_network() =>
        Assert.Equal(Palette.Population("L5_pyramidal", []), Palette.Population("L5_pyramidal", Populations));

    [Fact]
    public void An_evoked_drive_has_its_colour_in_every_network()
    {
        Assert.Equal(Palette.Population("evprox2", Populations), Palette.Population("evprox2", ["evprox2"]));
        Assert.Equal(Palette.Population("evdist1", Populations), Palette.Population("evdist1", ["evprox2", "evdist1", "bursty"]));
    }

    [Fact]
    public void Another_drive_has_its_colour_in_every_network_where_it_is_free()
    {
        Assert.Equal(Palette.Population("poisson", ["poisson"]), Palette.Population("poisson", [.. Populations, "poisson"]));
        Assert.NotEqual(Palette.Population("bursty1", ["bursty1", "poisson1"]), Palette.Population("poisson1", ["bursty1", "poisson1"]));
    }

    [Fact]
    public void More_drives_than_colours_have_a_colour_each() =>
        Assert.Equal(Palette.Population("evprox1", []), Palette.Population("evprox4", ["evprox1", "evprox2", "evprox3", "evprox4"]));

    // Machado, Oliveira and Fernandes (2009), severity 1, linear RGB.
    [Theory]
    [InlineData("deuteranopia", 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881)]
    [InlineData("protanopia", 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998)]
    [InlineData("tritanopia", 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900)]
    public void Cell_types_and_drives_stay_apart_for_colour_blind_readers(string _, params double[] matrix)
    {
        string[] many = [.. Populations, "evdist2", "evprox3", "evdist3", "other1", "other2", "other3", "other4", "other5", "other6"];
        var seen = many.Select(name => Seen(Palette.Population(name, many), matrix)).ToArray();

        var distances = seen.SelectMany((a, i) => seen.Skip(i + 1).Select(b => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum()));

        // 0.05 of the range of linear RGB: about the distance of two neighbouring greys that are still told apart side by side.
        Assert.All(distances, distance => Assert.True(Math.Sqrt(distance) > 0.05));
    }

    private static double[] Seen(Color color, double[] matrix)
    {
        var linear = new[] { color.Red, color.Green, color.Blue }.Select(channel => Math.Pow(channel / 255.0, 2.2)).ToArray();
        return [.. Enumerable.Range(0, 3).Select(row => linear.Select((value, column) => value * matrix[(3 * row) + column]).Sum())];
    }
}
