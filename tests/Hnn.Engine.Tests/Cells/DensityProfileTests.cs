using Hnn.Engine.Cells;

namespace Hnn.Engine.Tests.Cells;

public sealed class DensityProfileTests
{
    [Fact]
    public void A_number_is_the_same_density_everywhere()
    {
        DensityProfile profile = 0.12;

        Assert.Equal(0.12, profile.At(0, 0));
        Assert.Equal(0.12, profile.At(1000, 5));
    }

    [Fact]
    public void An_exponential_density_grows_with_the_distance()
    {
        var profile = new ExponentialDensity(Base: 2, Slope: 3, Rate: 0.01, Offset: 0.5);

        Assert.Equal(2 * 3.5, profile.At(0, 0));
        Assert.Equal(2 * (3 * Math.E + 0.5), profile.At(100, 0));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(50, 25)]
    [InlineData(100, 40)]
    [InlineData(900, 40)]
    public void A_linear_density_is_constant_beyond_its_kink(double distance, double density) =>
        Assert.Equal(density, new LinearDensity(AtSoma: 10, AtKink: 40, Kink: 100).At(distance, 0));

    [Fact]
    public void A_listed_density_has_a_value_for_each_segment() =>
        Assert.Equal(7, new SegmentDensity([5, 6, 7]).At(0, 2));

    [Fact]
    public void Listed_densities_are_equal_if_their_values_are()
    {
        Assert.Equal(new SegmentDensity([1, 2]), new SegmentDensity([1, 2]));
        Assert.NotEqual(new SegmentDensity([1, 2]), new SegmentDensity([1, 3]));
    }
}
