using Hnn.Core.Optimization.Solvers.GaussianProcesses;

namespace Hnn.Core.Tests.Optimization.Solvers.GaussianProcesses;

public class ExpectedImprovementTests
{
    // mpmath with 60 digits: log(pdf(z) + z cdf(z)) for a deviation of 1.
    [Theory]
    [InlineData(40.0, 3.6888794541139363)]
    [InlineData(2.0, 0.69738354578822831)]
    [InlineData(0.0, -0.91893853320467274)]
    [InlineData(-3.0, -7.8696860596030285)]
    [InlineData(-9.5, -50.578559393519755)]
    [InlineData(-10.5, -60.773083700673941)]
    [InlineData(-200.0, -20011.515648259739)]
    public void The_logarithm_is_right_from_certain_to_hopeless(double z, double expected)
    {
        var (value, _, _) = ExpectedImprovement.Logarithm(best: z, mean: 0, deviation: 1);

        // Rounding grows with the cancellation in 1 + z ratio(z), which is 1e-2 at -10; so does the rest of the asymptotic series.
        Assert.Equal(expected, value, 1e-7);
    }

    [Theory, InlineData(1.5), InlineData(-2.0), InlineData(-15.0)]
    public void Its_slopes_are_the_limits_of_its_differences(double best)
    {
        const double step = 1e-5;

        var (_, byMean, byDeviation) = ExpectedImprovement.Logarithm(best, 0.3, 0.8);

        // Central differences with this step are good to about 1e-8 of the values near 200.
        Assert.Equal(Difference(h => ExpectedImprovement.Logarithm(best, 0.3 + h, 0.8).Value), byMean, 1e-5);
        Assert.Equal(Difference(h => ExpectedImprovement.Logarithm(best, 0.3, 0.8 + h).Value), byDeviation, 1e-4);
        static double Difference(Func<double, double> function) => (function(step) - function(-step)) / (2 * step);
    }
}
