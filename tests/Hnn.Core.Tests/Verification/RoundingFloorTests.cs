using Hnn.Core.Verification;
using Hnn.Testing;

namespace Hnn.Core.Tests.Verification;

/// <summary>What the reference's rounding may excuse, and what not.</summary>
public sealed class RoundingFloorTests
{
    [Theory]
    [InlineData(2e-9, null, false, false)]
    [InlineData(2e-9, 1e-8, true, true)]
    [InlineData(2e-8, 1e-8, false, false)]
    [InlineData(5e-10, null, true, false)]
    public void A_difference_passes_up_to_the_tolerance_or_the_measured_floor(double error, double? floor, bool passes, bool isRounding)
    {
        var comparison = new Comparison("dipole_trial0", error, 1e-9, "") { Floor = floor };

        Assert.Equal((passes, isRounding), (comparison.Passed, comparison.IsWithinRounding));
    }

    [Fact]
    public void A_dipole_that_differs_by_more_than_rounding_makes_does_not_pass()
    {
        using var folder = new RecordedFolder();
        folder.Change("dipole_trial0", 100, "L2", (value, all) => value + 3e-9 * all.Max(Math.Abs));

        var result = folder.Verify();

        // The tiny case is not sensitive: its rounding makes far less than the tolerance.
        var difference = Assert.Single(result.Comparisons, comparison => !comparison.Passed);
        Assert.InRange(difference.Floor!.Value, 1e-16, 1e-9);
        Assert.False(result.IsWithinRounding);
    }

    [Fact]
    public void Rounding_excuses_nothing_where_a_spike_differs()
    {
        using var folder = new RecordedFolder();
        folder.Change("dipole_trial0", 100, "L2", (value, all) => value + 3e-9 * all.Max(Math.Abs));
        folder.Change("spikes", 1, "time", (time, _) => time + 1e-3);

        Assert.All(folder.Verify().Comparisons, comparison => Assert.Null(comparison.Floor));
    }

    [Fact]
    public void The_recorded_simulation_that_amplifies_rounding_most_is_told_apart()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        var result = Assert.Single(Verifier.Verify(
            VerificationOptions.FromEnvironment() with { Cases = ["small_trials3"] }, cancellation: TestContext.Current.CancellationToken));

        // Measured: 4.1e-9 of the peak in L5 of trial 1, where rounding makes 2.6e-8; all other dipoles are within 1e-11.
        var rounded = Assert.Single(result.Comparisons, comparison => comparison.IsWithinRounding);
        Assert.Equal("dipole_trial1", rounded.Subject);
        Assert.InRange(rounded.Error, 1e-9, 6e-9);
    }
}
