using System.Collections.Immutable;
using Hnn.Core.Analysis;
using Hnn.Core.Results;
using Hnn.Testing;

namespace Hnn.Core.Tests.Analysis;

public class AlignedWaveformsTests
{
    private static readonly (ImmutableArray<double> Times, ImmutableArray<double> Values) Ramp = ([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5]);

    [Fact]
    public void The_window_is_moved_into_both_waveforms_and_ends_before_its_last_sample()
    {
        var aligned = AlignedWaveforms.Align(Ramp, ([1, 2, 3, 4], [1, 2, 3, 4]), start: -10, stop: 3.2, Ones(6));

        Assert.Equal([1.0, 2.0], aligned.Simulated);
        Assert.Equal([1.0, 2.0], aligned.Target);
    }

    [Fact]
    public void An_empty_window_has_no_difference_and_no_correlation()
    {
        var aligned = AlignedWaveforms.Align(Ramp, Ramp, start: 2, stop: 2, Ones(6));

        Assert.True(double.IsNaN(aligned.Rmse()));
        Assert.True(double.IsNaN(aligned.Correlation()));
    }

    [Fact]
    public void Constant_waveforms_have_no_correlation() =>
        Assert.True(double.IsNaN(AlignedWaveforms.Align(Ramp, (Ramp.Times, Ones(6)), 0, 5, Ones(6)).Correlation()));

    [Fact]
    public void The_tutorials_waveforms_are_brought_together_as_in_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        var (recorded, raw) = (ReferenceData.Table("signal/resampled_tutorial_initial.csv.gz"), ReferenceData.Table("sims/tutorial_initial/dipole_trial0.csv.gz"));
        var simulated = new Dipole([.. raw["time"]], [.. raw["agg"]]).Scaled(3000).Smoothed(30);
        var target = Dipole.Load(ReferenceData.DataPathOf("S1_SupraT.txt"));

        var aligned = AlignedWaveforms.Align((simulated.Times, simulated["agg"]), (target.Times, target["agg"]), 0, 1000, Ones(simulated.Times.Length));

        // The README of the reference data asks for 1e-8 of resampled waveforms; both are exact to about 1e-13.
        Assert.True(Closeness.RelativeToPeak(recorded["simulated"], aligned.Simulated) < 1e-11);
        Assert.True(Closeness.RelativeToPeak(recorded["experimental"], aligned.Target) < 1e-11);
        Assert.True(Closeness.RelativeToPeak(recorded["weights"], aligned.Weights) < 1e-11);
    }

    private static ImmutableArray<double> Ones(int count) => [.. Enumerable.Repeat(1.0, count)];
}
