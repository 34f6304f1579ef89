using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class QuantilesTests
{
    // R: quantile(c(4, 1, 3, 2), c(0, .25, .5, .8, 1), type = 5), worked by hand: position 4 p + 1/2 among the sorted numbers.
    [Fact]
    public void With_equal_weights_they_are_definition_5_of_Hyndman_and_Fan() =>
        Assert.Equal([1, 1.5, 2.5, 3.7, 4], Quantiles.Of([4, 1, 3, 2], 0, 0.25, 0.5, 0.8, 1).Select(x => Math.Round(x, 12)));

    // Middles of the shares: 0.5, 2, 3.5 of 4; a probability of 0.25 is 1 of 4, a third of the way from 0.5 to 2.
    [Fact]
    public void A_number_stands_in_the_middle_of_its_share_of_the_weight() =>
        Assert.Equal(10 + 10 / 3.0, Quantiles.Of([30, 10, 20], [1, 1, 2], 0.25)[0], 12);
}
