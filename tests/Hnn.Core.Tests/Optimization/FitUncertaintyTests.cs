using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Core.Results;

namespace Hnn.Core.Tests.Optimization;

/// <summary>What a fit says beyond its best parameters. The target was simulated with a time of 9 ms and a weight of 0.1.</summary>
public sealed class FitUncertaintyTests
{
    private static readonly Lazy<FitResult> s_fit = new(() => SmallFits.Fit(SmallFits.Optimizer(new SobolSearch(), evaluations: 32)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Sensitivity_names_each_parameter_and_takes_the_simulations_it_says()
    {
        var indices = s_fit.Value.Sensitivity(SobolIndexOptions.Default with { Samples = 16 }, cancellation: Cancellation);

        Assert.Equal(["mu", "weight"], indices.Loss.Select(index => index.Parameter));
        Assert.Equal(16 * 4, indices.Evaluations);
        Assert.All(indices.Loss, index => Assert.InRange(index.Total.Value, 0.01, 1.5));
    }

    [Fact]
    public void Elementary_effects_name_each_parameter()
    {
        var screening = s_fit.Value.ElementaryEffects(MorrisOptions.Default with { Trajectories = 4 }, cancellation: Cancellation);

        Assert.Equal(12, screening.Evaluations);
        Assert.All(screening.Effects, effect => Assert.True(effect.MuStar > 0));
    }

    // A strong drive's first spikes set the waveform's time: the profile is lowest near the hidden one.
    [Fact]
    public void A_profile_is_lowest_near_the_hidden_time_and_speaks_of_ms()
    {
        var fit = s_fit.Value;
        var options = fit.DefaultProfile with { GridValues = 5, Refinements = 0, EvaluationsPerValue = 6 };

        var profile = fit.Profile("mu", options, cancellation: Cancellation);

        Assert.Equal(9, fit.NaturalValue(0, profile.Points.MinBy(point => point.Fit.Loss)!.Coordinate), 2.6);
        Assert.True(profile.Best.Loss <= fit.Loss);
        Assert.Contains("mu", profile.Statement(fit.NaturalValue), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => fit.Profile("sigma", cancellation: Cancellation));
    }

    [Fact]
    public void A_profile_from_the_history_needs_no_simulation_and_its_lowest_loss_is_the_fits()
    {
        var profile = s_fit.Value.ProfileFromHistory("weight", slices: 8);

        Assert.Equal(s_fit.Value.Loss, profile.Points.Min(point => point.Fit.Loss));
    }

    [Fact]
    public void The_band_of_one_point_is_its_dipole()
    {
        var fit = s_fit.Value;

        var band = fit.PredictedDipoles([fit.BestEvaluation.Point], cancellation: Cancellation);

        var dipole = SmallFits.Simulated(fit.Best).Dipoles[0][Dipole.Aggregate];
        Assert.Equal(dipole, band.Low);
        Assert.Equal(dipole, band.High);
    }

    [Fact]
    public void Good_fits_hold_the_best_and_predict_a_band_around_it()
    {
        var fit = s_fit.Value;

        var good = fit.GoodFits(tolerance: 1.5);

        Assert.Equal(fit.Loss, good.Fits[0].Loss);
        Assert.True(good.Fits.Length > 1);
        var band = fit.PredictedDipoles(good.Fits.Select(value => value.Point), coverage: 1, Cancellation);
        Assert.All(fit.PredictedDipoles([fit.BestEvaluation.Point], cancellation: Cancellation).Median.Index(), each => Assert.InRange(each.Item, band.Low[each.Index], band.High[each.Index]));
    }

    [Fact]
    public void A_posterior_of_few_simulations_gathers_around_the_hidden_parameters()
    {
        var fit = s_fit.Value;

        var posterior = fit.Posterior(AbcOptions.Default with { Particles = 20, Budget = 150 }, cancellation: Cancellation);

        Assert.InRange(posterior.Evaluations, 20, 150);
        Assert.Equal(9, fit.NaturalValue(0, posterior.Mean("mu")), 2.0);
    }
}
