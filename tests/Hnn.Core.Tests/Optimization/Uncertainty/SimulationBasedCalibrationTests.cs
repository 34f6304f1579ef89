using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class SimulationBasedCalibrationTests
{
    private const double Deviation = 0.1;

    // The tolerance ends near 0.02, a fifth of the noise: it widens the posterior by (0.02² / 3) / 0.1², about 1 %, which 200 data sets cannot show.
    [Fact]
    public void Abc_is_calibrated_for_a_parameter_measured_with_Gaussian_noise()
    {
        var calibration = Run(Abc, ["a"], new() { DataSets = 200, Draws = 19 });

        Assert.True(calibration.IsCalibrated(0.01), calibration.ToText());
        Assert.Equal(200, calibration.Parameters[0].Histogram.Sum());
    }

    [Theory, InlineData(0, 0.5), InlineData(0, 2), InlineData(0.05, 1)]
    public void A_posterior_too_narrow_too_wide_or_shifted_is_detected(double shift, double width)
    {
        var calibration = Run(Exact(shift, width), ["a"]);

        Assert.False(calibration.IsCalibrated(), calibration.ToText());
    }

    [Fact]
    public void The_exact_posterior_is_calibrated() =>
        Assert.True(Run(Exact(0, 1), ["a"]).IsCalibrated());

    // Ranks 0 for all of 50 data sets in five bins: chi² = 40² / 10 + 4 · 10² / 10 = 200.
    [Fact]
    public void Ranks_are_counted_and_tested_as_worked_by_hand()
    {
        var calibration = Run(
            (_, draws, _, _) => [.. Enumerable.Repeat(ImmutableArray.Create(1.0), draws)], ["a"], new() { DataSets = 50, Draws = 9, Bins = 5 });

        Assert.Equal([50, 0, 0, 0, 0], calibration.Parameters[0].Histogram);
        Assert.Equal(200, calibration.Parameters[0].ChiSquared, tolerance: 1e-12);
        Assert.InRange(calibration.Parameters[0].PValue, 0, 1e-15);
    }

    [Fact]
    public void Draws_that_do_not_fill_the_bins_evenly_are_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(Abc, ["a"], new() { Draws = 100 }));

    private static IReadOnlyList<ImmutableArray<double>> Abc(ImmutableArray<double> truth, int draws, ulong seed, CancellationToken cancellation)
    {
        var noise = new SolverRandom(seed);
        var measured = truth[0] + Deviation * noise.NextNormal();
        var evaluator = Evaluators.OfLoss(x => Math.Abs(x[0] + Deviation * noise.NextNormal() - measured));
        var posterior = AbcSmc.Sample(evaluator, ["a"], new() { Particles = 100, Budget = 5000, TargetTolerance = 0.02, SmallestAcceptance = 0, Seed = seed }, null, cancellation);
        return [.. posterior.Draw(draws, seed).Select(value => value.Point)];
    }

    // The posterior is a normal distribution cut off at the cube's faces: drawn by rejection, shifted and widened if it is to be wrong.
    private static PosteriorSampler Exact(double shift, double width) => (truth, draws, seed, _) =>
    {
        var random = new SolverRandom(seed);
        var measured = truth[0] + Deviation * random.NextNormal();
        return [.. Enumerable.Range(0, draws).Select(_ => ImmutableArray.Create(Inside(() => measured + shift + width * Deviation * random.NextNormal())))];
    };

    private static double Inside(Func<double> draw)
    {
        while (true)
        {
            if (draw() is >= 0 and <= 1 and var x)
                return x;
        }
    }

    private static SimulationBasedCalibration Run(PosteriorSampler sampler, ImmutableArray<string> names, CalibrationOptions? options = null) =>
        SimulationBasedCalibration.Run(sampler, names, options, cancellation: TestContext.Current.CancellationToken);
}
