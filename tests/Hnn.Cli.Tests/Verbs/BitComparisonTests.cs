using Hnn.Cli.Verbs;
using Hnn.Core.Verification;

namespace Hnn.Cli.Tests.Verbs;

public class BitComparisonTests
{
    private static readonly CaseResult Case = new() { Name = "small", Folder = "", OutputHash = new string('a', 64), SpikesRecorded = 10, SpikesEqual = 10, DipoleError = 1e-12 };

    [Fact]
    public void Equal_hashes_are_the_same_bits()
    {
        var comparison = new BitComparison(Case, Case);

        Assert.True(comparison.IsSame);
        Assert.Equal("small: same bits.", comparison.ToString());
    }

    [Fact]
    public void Of_different_hashes_both_sides_are_described()
    {
        var comparison = new BitComparison(Case, Case with { OutputHash = new string('b', 64), SpikesEqual = 9 });

        Assert.False(comparison.IsSame);
        Assert.Equal(
            "small: OTHER BITS: on the ranks 10 of 10 recorded spikes, dipole off by 1E-12 of its peak, hash aaaaaaaaaaaa; on the threads 9 of 10 recorded spikes, dipole off by 1E-12 of its peak, hash bbbbbbbbbbbb.",
            comparison.ToString());
    }

    [Fact]
    public void What_was_not_simulated_does_not_count_as_the_same()
    {
        var missing = Case with { OutputHash = null };

        Assert.False(new BitComparison(missing, missing).IsSame);
        Assert.Contains("not compared", new BitComparison(Case, missing).ToString(), StringComparison.Ordinal);
    }
}
