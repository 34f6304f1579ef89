using System.Collections.Immutable;
using Hnn.Core.Verification;
using Hnn.Testing;

namespace Hnn.Core.Tests.Verification;

/// <summary>The recorded simulations through the verifier: the small ones and two large ones every day, all of them where <c>HNN_TEST_ALL</c> is 1.</summary>
public sealed class RecordedSimulationsTests
{
    private static readonly ImmutableArray<string> _everyday =
    [
        "erp_10x10", "rect_4x2", "small_bursty", "small_calcium", "small_celsius", "small_changed_cells", "small_custom_connectivity", "small_default_params",
        "small_dt00125", "small_dt005", "small_evoked_a", "small_evoked_b", "small_evoked_c", "small_gains", "small_law_2021", "small_lfp",
        "small_mod_synapses", "small_poisson", "small_probability", "small_record_all", "small_record_soma", "small_spike_train", "small_sync",
        "small_tonic", "small_trials3", "tutorial_initial",
    ];

    public static TheoryData<string> Cases =>
        [.. ReferenceData.IsAvailable && LongTests.AreWanted ? Verifier.FindCases(VerificationOptions.FromEnvironment()) : _everyday];

    [Theory, MemberData(nameof(Cases))]
    public void A_recorded_simulation_is_repeated(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        var result = Assert.Single(Verifier.Verify(VerificationOptions.FromEnvironment() with { Cases = [name] }, cancellation: TestContext.Current.CancellationToken));

        Assert.Empty(result.Faults);
        Assert.Empty(result.NotRecorded);
        Assert.Empty(result.Comparisons.Where(comparison => !comparison.Passed));
        Assert.Equal(result.SpikesRecorded, result.SpikesEqual);
        Assert.True(result.Passed);
    }
}
