using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Testing;
using static Hnn.Core.Tests.Optimization.Objectives.ObjectiveInputs;

namespace Hnn.Core.Tests.Optimization.Objectives;

public class ObjectiveTests
{
    private static readonly Dipole Simulated = Sampled(101, t => Math.Sin(t / 9));
    private static readonly Dipole Target = Sampled(101, t => Math.Cos(t / 13));
    private static readonly ObjectiveInput Input = InputOf(Simulated, Target);

    [Fact]
    public void Waveforms_are_compared_as_in_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        var cases = ReferenceData.Json("signal/rmse.json").EnumerateArray()
            .Where(c => c.GetProperty("sim").GetString() == "sims/tutorial_initial trial 0" && c.GetProperty("target").GetString() == "S1_SupraT.txt" && c.GetProperty("scale").GetDouble() == 3000);
        var (result, target) = (ResultOf(Recorded("sims/tutorial_initial trial 0")), Dipole.Load(ReferenceData.DataPathOf("S1_SupraT.txt")));
        var compared = 0;
        foreach (var recorded in cases.Where(c => c.GetProperty("tstart").GetDouble() < c.GetProperty("tstop").GetDouble()))
        {
            var (start, stop) = (recorded.GetProperty("tstart").GetDouble(), recorded.GetProperty("tstop").GetDouble());
            Func<double, double>? weight = recorded.TryGetProperty("weights", out _) ? time => Math.Exp(-Math.Pow((time - 80) / 30, 2)) : null;
            var input = ObjectiveInput.Of(result, target, 3000, recorded.GetProperty("smooth_window_len").AsOptionalDouble());

            var rmse = Objective.Rmse(start, stop, weight).Evaluate(input);

            // The README of the reference data allows 1e-6 of objective values; only the order of sums differs.
            Assert.Equal(recorded.GetProperty("rmse").GetDouble(), rmse.Loss, 1e-10);
            Assert.Equal(rmse.Loss, Math.Sqrt(rmse.Residuals.Sum(residual => residual * residual)), 1e-12);
            if (weight is null)
                Assert.Equal(recorded.GetProperty("anticorr").GetDouble(), Objective.Correlation(start, stop).Evaluate(input).Loss, 1e-12);
            compared++;
        }

        Assert.True(compared >= 5);
    }

    [Fact]
    public void Band_power_agrees_with_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var recorded in ReferenceData.Json("signal/psd.json").GetProperty("relative_power").EnumerateArray())
        {
            var bands = recorded.GetProperty("f_bands").EnumerateArray().Select(band => band.AsDoubles()).ToArray();
            var weights = recorded.GetProperty("relative_bandpower") is { ValueKind: System.Text.Json.JsonValueKind.Array } each
                ? each.AsDoubles()
                : [.. bands.Select(_ => recorded.GetProperty("relative_bandpower").GetDouble())];
            var objective = Objective.BandPower([.. bands.Zip(weights, (band, weight) => (band[0], band[1], weight))]);

            var score = objective.Evaluate(ObjectiveInput.Of(ResultOf(Recorded(recorded.GetProperty("sim").GetString()!)), null, 3000, 20));

            // Asked for are 1e-8; the transforms differ in rounding only.
            Assert.Equal(recorded.GetProperty("objective").GetDouble(), score.Loss, 1e-10);
        }
    }

    [Fact]
    public void The_rmse_is_that_of_dipoles_and_has_residuals_of_its_length()
    {
        var score = Objective.Rmse(20, 80).Evaluate(Input);

        Assert.Equal(Simulated.Rmse(Target, 20, 80), score.Loss);
        Assert.Equal(60, score.Residuals.Length);
        Assert.Equal(score.Loss, Math.Sqrt(score.Residuals.Sum(residual => residual * residual)), 1e-15);
        Assert.Equal((Simulated["agg"][20] - Target["agg"][20]) / Math.Sqrt(60), score.Residuals[0], 1e-15);
    }

    [Fact]
    public void Samples_without_weight_do_not_count()
    {
        var weighted = Objective.Rmse(weight: time => time < 50 ? 1 : 0).Evaluate(Input);

        Assert.Equal(Objective.Rmse(stop: 50).Evaluate(Input).Loss, weighted.Loss, 1e-15);
        Assert.Equal(0, weighted.Residuals[70]);
    }

    [Fact]
    public void The_correlation_is_blind_to_scale_and_offset()
    {
        var changed = Sampled(101, t => 5 + 3 * Math.Cos(t / 13));

        Assert.Equal(0, Objective.Correlation().Evaluate(InputOf(changed, Target)).Loss, 1e-14);
        Assert.Equal(2, Objective.Correlation().Evaluate(InputOf(changed.Scaled(-1), Target)).Loss, 1e-14);
    }

    [Fact]
    public void Band_power_prefers_the_rhythm_asked_for()
    {
        var beta = InputOf(Sampled(500, t => Math.Sin(2 * Math.PI * 0.02 * t)));

        var (inBand, outOfBand) = (Objective.BandPower([(15, 25, 1)]).Evaluate(beta).Loss, Objective.BandPower([(40, 60, 1)]).Evaluate(beta).Loss);

        Assert.True(inBand < -0.99);
        Assert.True(outOfBand > -0.01);
    }

    [Fact]
    public void Band_power_can_look_at_a_part_of_the_time()
    {
        var late = InputOf(Sampled(1000, t => Math.Sin(2 * Math.PI * (t < 500 ? 0.05 : 0.02) * t)));

        Assert.True(Objective.BandPower([(15, 25, 1)], start: 500).Evaluate(late).Loss < -0.99);
        Assert.True(Objective.BandPower([(15, 25, 1)], stop: 499).Evaluate(late).Loss > -0.01);
    }

    [Fact]
    public void Objectives_are_multiplied_and_added()
    {
        var (rmse, correlation) = (Objective.Rmse(), Objective.Correlation());
        var peak = Objective.Custom("peak", input => input.Dipole["agg"].Max());

        var sum = 0.5 * rmse + (correlation + peak) * 2;

        Assert.Equal("0.5 * RMSE + 2 * (correlation + peak)", sum.Name);
        Assert.Equal(0.5 * rmse.Evaluate(Input).Loss + 2 * (correlation.Evaluate(Input).Loss + Simulated["agg"].Max()), sum.Evaluate(Input).Loss, 1e-14);
        Assert.True(sum.NeedsTarget);
        Assert.False(sum.HasResiduals);
        Assert.Empty(sum.Evaluate(Input).Residuals);
    }

    [Fact]
    public void Residuals_are_multiplied_with_the_loss_if_they_can_be()
    {
        var twice = 2 * Objective.Rmse();
        var score = twice.Evaluate(Input);

        Assert.True(twice.HasResiduals);
        Assert.Equal(score.Loss, Math.Sqrt(score.Residuals.Sum(residual => residual * residual)), 1e-14);
        Assert.False((-1 * Objective.Rmse()).HasResiduals);
        Assert.Empty((-1 * Objective.Rmse()).Evaluate(Input).Residuals);
    }

    [Fact]
    public void A_missing_target_is_reported_before_anything_is_simulated()
    {
        var error = Assert.Throws<ArgumentException>(() => (Objective.BandPower([(8, 15, 1)]) + Objective.Rmse()).Check(SimulationOptions.Default, null));

        Assert.Contains("compares with a measured dipole, but there is none. Pass a target.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Objective.Rmse().Evaluate(InputOf(Simulated)));
        Objective.BandPower([(8, 15, 1)]).Check(SimulationOptions.Default, null);
    }

    [Theory]
    [InlineData(200.0, 300.0, null, null)]
    [InlineData(0.0, 100.0, 100.5, null)]
    [InlineData(0.0, 100.0, null, -5.0)]
    [InlineData(50.0, 100.0, 20.0, 50.5)]
    public void A_target_without_overlap_in_time_is_reported_before_anything_is_simulated(double first, double last, double? start, double? stop)
    {
        var target = new Dipole([first, first + 1, last], [1, 2, 3]);

        var error = Assert.Throws<ArgumentException>(() => Objective.Rmse(start, stop).Check(SimulationOptions.Default, target));

        Assert.Contains("no sample in common", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Objective.Correlation(start, stop).Check(SimulationOptions.Default, target));
    }

    [Fact]
    public void Weights_and_bands_that_cannot_work_are_reported_before_anything_is_simulated()
    {
        Assert.Throws<ArgumentException>(() => Objective.Rmse(weight: _ => 0).Check(SimulationOptions.Default, Target));
        Assert.Contains("The weight at 0.025 ms is -0.025.", Assert.Throws<ArgumentException>(() => Objective.Rmse(weight: t => -t).Check(SimulationOptions.Default, Target)).Message, StringComparison.Ordinal);
        Assert.Contains("one every 5.88 Hz", Assert.Throws<ArgumentException>(() => Objective.BandPower([(13, 15, 1)]).Check(SimulationOptions.Default, null)).Message, StringComparison.Ordinal);
        Objective.Rmse(weight: t => t).Check(SimulationOptions.Default, Target);
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => Objective.Rmse(50, 50));
        Assert.Throws<ArgumentOutOfRangeException>(() => Objective.Correlation(double.NaN));
        Assert.Throws<ArgumentException>(() => Objective.BandPower([]));
        Assert.Throws<ArgumentException>(() => Objective.BandPower([(11, 9, 1)]));
        Assert.Throws<ArgumentException>(() => Objective.Custom("", _ => 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => double.PositiveInfinity * Objective.Rmse());
    }
}
