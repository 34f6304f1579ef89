using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class PredictedDipolesTests
{
    private static readonly Lazy<FitResult> Fit = new(() => SmallFits.Of(Objective.Rmse(), evaluations: 2));

    private static readonly PredictiveBand Band = new([0, 1, 2], [1, 2, 3], [2, 3, 4], Coverage: 0.9);

    [Fact]
    public void The_band_stands_behind_its_median_and_the_measured_dipole()
    {
        var traces = Plots.PredictedDipoles(Fit.Value, Band).Panels.Single().Traces;

        var band = (BandTrace)traces[0];
        Assert.Equal(["90 % of the predictions", "Median prediction", "Measured"], traces.Select(trace => trace.Name));
        Assert.Equal((Band.Low, Band.High), (band.Lower, band.Upper));
        // Steps of 0.025 ms, the default.
        Assert.Equal([0, 0.025, 0.05], band.X);
        Assert.Equal(Fit.Value.Target!.Times, ((LineTrace)traces[2]).X);
    }

    [Fact]
    public void The_best_takes_the_place_of_the_median()
    {
        var line = (LineTrace)Plots.PredictedDipoles(Fit.Value, Band, new PredictiveBand([5, 6, 7], [5, 6, 7], [5, 6, 7], 0.9)).Panels.Single().Traces[1];

        Assert.Equal("Best", line.Name);
        Assert.Equal([5.0, 6, 7], line.Y);
    }

    [Fact]
    public void A_fit_predicts_as_many_samples_as_times()
    {
        var predicted = Fit.Value.PredictedDipoles([Fit.Value.BestEvaluation.Point], cancellation: TestContext.Current.CancellationToken);

        // 6 ms of simulation.
        Assert.Equal(6, ((BandTrace)Plots.PredictedDipoles(Fit.Value, predicted).Panels.Single().Traces[0]).X[^1], 1e-9);
    }

    [Fact]
    public void A_best_of_another_length_is_an_error() =>
        Assert.Throws<ArgumentException>(() => Plots.PredictedDipoles(Fit.Value, Band, new PredictiveBand([5], [5], [5], 0.9)));
}
