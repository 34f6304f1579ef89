using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Solvers.GaussianProcesses;

namespace Hnn.Core.Tests.Optimization.Solvers.GaussianProcesses;

public class WaveformModelTests
{
    private static readonly List<PointValue> s_values =
        [.. SobolSequence.Scrambled(10, seed: 3).Points(40, first: 0).Select(new WaveformSurrogate(5).Evaluate)];

    private static readonly WaveformModel s_model = WaveformModel.Fit(s_values[..30], new WaveformGp(), []);

    [Fact]
    public void The_slopes_of_a_prediction_are_the_limits_of_its_differences()
    {
        const double step = 1e-4;
        var (point, meanSlope, deviationSlope) = (s_values[35].Point.ToArray(), new double[10], new double[10]);

        s_model.Predict(point, meanSlope, deviationSlope);

        for (var j = 0; j < 10; j++)
        {
            var (up, down) = (Predict(point, j, step), Predict(point, j, -step));
            // Losses near 10 change by about 10 across the cube: central differences with this step are good to about 1e-6.
            Assert.Equal((up.Mean - down.Mean) / (2 * step), meanSlope[j], 1e-4);
            Assert.Equal((up.Deviation - down.Deviation) / (2 * step), deviationSlope[j], 1e-4);
        }
    }

    [Fact]
    public void Losses_it_was_not_told_are_predicted_far_better_than_by_their_mean()
    {
        var told = s_values[..30].Average(value => value.Loss);

        var misses = s_values[30..].Sum(value => Square(value.Loss - s_model.Predict(value.Point.AsSpan(), [], []).Mean));

        Assert.True(misses < 0.5 * s_values[30..].Sum(value => Square(value.Loss - told)));
    }

    [Fact]
    public void A_believed_point_lowers_the_deviation_and_is_forgotten_again()
    {
        var model = WaveformModel.Fit(s_values[..30], new WaveformGp(), []);
        var point = s_values[35].Point;
        var before = model.Predict(point.AsSpan(), [], []);

        model.Believe(point.AsSpan());
        var believing = model.Predict(point.AsSpan(), [], []);
        model.Truncate(30);

        Assert.True(believing.Deviation < before.Deviation);
        Assert.Equal(before, model.Predict(point.AsSpan(), [], []));
    }

    private static (double Mean, double Deviation) Predict(double[] point, int moved, double step) =>
        s_model.Predict([.. point.Select((value, j) => j == moved ? value + step : value)], [], []);

    private static double Square(double value) => value * value;
}
