using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class PredictiveBandTests
{
    // Middles of the shares: 0.05, 0.5 and 0.95 of the weight.
    [Fact]
    public void Weights_shift_the_quantiles()
    {
        var band = PredictiveBand.Of([[1], [2], [3]], coverage: 0.9, weights: [0.1, 0.8, 0.1]);

        Assert.Equal(1, band.Low[0], 12);
        Assert.Equal(2, band.Median[0], 12);
        Assert.Equal(3, band.High[0], 12);
    }

    [Fact]
    public void Outputs_of_different_lengths_are_an_error() =>
        Assert.Throws<ArgumentException>(() => PredictiveBand.Of([[1], [1, 2]]));

    [Fact]
    public void No_output_is_an_error() =>
        Assert.Throws<ArgumentException>(() => PredictiveBand.Of([]));
}
