using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class GoodFitsTests
{
    private static readonly PointValue[] History =
    [
        new([0.50, 0.9], 2.00, [3, 1]), new([0.52, 0.5], 2.09, [5, 1]), new([0.10, 0.2], 2.11, [9, 9]),
        new([0.54, 0.0], 2.04, [1, 1]), new([0.56, 1.0], double.PositiveInfinity, []),
    ];

    [Fact]
    public void Good_are_the_losses_within_the_tolerance_and_the_best_is_first() =>
        Assert.Equal([2.00, 2.04, 2.09], GoodFits.Of(History, ["a", "b"]).Fits.Select(fit => fit.Loss));

    // Quartiles of three numbers after Hazen: a quarter of the way from the first to the second, the second, and so on.
    [Fact]
    public void Ranges_are_those_of_the_good_fits_alone()
    {
        var ranges = GoodFits.Of(History, ["a", "b"]).Ranges;

        Assert.Equal(("a", 0.50, 0.52, 0.54), (ranges[0].Parameter, ranges[0].Min, ranges[0].Median, ranges[0].Max));
        Assert.Equal(0.505, ranges[0].LowerQuartile, 12);
        Assert.Equal(0.535, ranges[0].UpperQuartile, 12);
    }

    [Fact]
    public void A_parameter_that_spans_the_whole_range_is_not_determined() =>
        Assert.Equal(["b"], GoodFits.Of(History, ["a", "b"]).Undetermined);

    [Fact]
    public void A_band_has_quantiles_of_each_sample()
    {
        var band = GoodFits.Of(History, ["a", "b"]).Band(fit => fit.Residuals, coverage: 1);

        Assert.Equal([1.0, 1.0], band.Low);
        Assert.Equal([3.0, 1.0], band.Median);
        Assert.Equal([5.0, 1.0], band.High);
    }

    [Fact]
    public void A_history_of_failures_is_an_error() =>
        Assert.Throws<ArgumentException>(() => GoodFits.Of(History[4..], ["a", "b"]));

    [Fact]
    public void The_table_speaks_in_natural_values() =>
        Assert.Equal(
            """
            3 fits with an error within 5 % of the best, 2
            parameter  min  25 %  median  75 %  max  whole range
            a           50  50.5      52  53.5   54           no
            b            0  12.5      50    80   90          yes
            Not determined by the data: b.

            """,
            GoodFits.Of(History, ["a", "b"]).ToText((_, u) => 100 * u));
}
