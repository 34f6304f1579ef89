using Hnn.Core.Optimization;

namespace Hnn.Core.Tests.Optimization;

public sealed class FreshScoreTests
{
    [Fact]
    public void Mean_spread_and_gap_are_those_worked_by_hand()
    {
        var score = Score([2, 4, 6], inTheFit: [1, 2]);

        Assert.Equal((4, 2), (score.Mean, score.StandardDeviation));
        // 4 on fresh trials, 1.5 on those of the fit.
        Assert.Equal(2.5, score.Gap);
    }

    [Fact]
    public void The_paired_difference_and_its_standard_error_are_those_worked_by_hand()
    {
        var (difference, error) = Score([2, 4, 6], inTheFit: [1]).BetterThan(Score([3, 6, 6], inTheFit: [1]));

        // Differences 1, 2, 0: mean 1, standard deviation 1.
        Assert.Equal(1, difference);
        // To the last bit of a root.
        Assert.Equal(1 / Math.Sqrt(3), error, 1e-15);
    }

    [Fact]
    public void Scores_of_different_numbers_of_trials_cannot_be_compared() =>
        Assert.Throws<ArgumentException>(() => Score([1, 2], [1]).BetterThan(Score([1, 2, 3], [1])));

    private static FreshScore Score(double[] losses, double[] inTheFit) => new(
        new Evaluation { Index = 0, Parameters = new ParameterValues([]), Point = [], Loss = 1, TrialLosses = [.. inTheFit] }, [.. losses], MeanDipoleLoss: 1);
}
