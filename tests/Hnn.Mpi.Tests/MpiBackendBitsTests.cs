using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hnn.Core.Verification;
using Hnn.Testing;

namespace Hnn.Mpi.Tests;

/// <summary>Recorded simulations on ranks: the same bits as on threads, whatever is shared out. All families, numbers of ranks and cases where <c>HNN_TEST_ALL</c> is 1.</summary>
public class MpiBackendBitsTests
{

    // Fingerprints on the threads of this process, each simulated once for all tests.
    private static readonly ConcurrentDictionary<string, string?> Expected = new();

    // Voltages, currents, calcium and electrodes are among them, several trials, and drives of every kind.
    private static readonly string[] Everyday = ["small_calcium", "small_evoked_a", "small_lfp", "small_record_all", "small_trials3"];

    private static readonly string[] SeveralTrials = ["small_poisson", "small_record_all", "small_trials3"];

    public static TheoryData<string, int> Backends => LongTests.AreWanted
        ? [.. from family in Launcher.Families from ranks in Enumerable.Range(2, 3) select (family, ranks)]
        : [("Open MPI", 2), ("MPICH", 3)];

    [Theory, MemberData(nameof(Backends))]
    public void Recorded_cases_have_the_bits_of_threads(string family, int ranks) =>
        HasBitsOfThreads(family, ranks, MpiMode.Auto, LongTests.AreWanted ? [.. FindCases().Where(name => name.StartsWith("small_", StringComparison.Ordinal))] : Everyday);

    [Theory, MemberData(nameof(Backends))]
    public void Trials_one_after_the_other_by_cells_have_the_bits_of_threads(string family, int ranks) => HasBitsOfThreads(family, ranks, MpiMode.Cells, SeveralTrials);

    [Theory, InlineData("Open MPI", 7), InlineData("MPICH", 10)]
    public void A_whole_column_has_the_bits_of_threads_on_more_ranks_than_processors(string family, int ranks)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);

        HasBitsOfThreads(family, ranks, MpiMode.Auto, "erp_10x10");
    }

    [Fact]
    public void One_process_is_this_one()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var words = new List<string>();
        var expected = OnThreads("small_evoked_a");

        using (new MpiBackend(MpiOptions.Default with { Processes = 1, Launcher = "no-such-launcher", RequiresMpi = true, Log = words.Add }))
            Assert.Equal(expected, Verified("small_evoked_a").OutputHash);

        Assert.Equal(["MPI with 1 process: 1 trial(s) are simulated by the threads of this process."], words);
    }

    private static void HasBitsOfThreads(string family, int ranks, MpiMode mode, params string[] cases)
    {
        var options = Launcher.Of(family).Options(ranks);
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var expected = cases.Select(name => (name, OnThreads(name))).ToArray();
        var shared = 0;

        using (new MpiBackend(options with { Mode = mode, Log = words => shared += words.StartsWith("MPI will run", StringComparison.Ordinal) ? 1 : 0 }))
            Assert.Equal(expected, cases.Select(name => (name, Verified(name).OutputHash)));

        Assert.InRange(shared, cases.Length, int.MaxValue);
    }

    private static string? OnThreads(string name) => Expected.GetOrAdd(name, key => Verified(key).OutputHash);

    private static CaseResult Verified(string name)
    {
        var result = Verifier.Verify(VerificationOptions.FromEnvironment() with { Cases = [name] }, cancellation: TestContext.Current.CancellationToken)[0];
        Assert.Empty(result.Faults);
        return result;
    }

    private static ImmutableArray<string> FindCases() => ReferenceData.IsAvailable ? Verifier.FindCases(VerificationOptions.FromEnvironment()) : [];
}
