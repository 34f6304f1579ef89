using System.Globalization;
using Hnn.Core.Verification;

namespace Hnn.Cli.Verbs;

/// <summary>One case, simulated on MPI ranks and on the threads of this process.</summary>
internal sealed record BitComparison(CaseResult OnRanks, CaseResult OnThreads)
{
    /// <summary>Whether both were simulated, with the same bits in all that came out.</summary>
    public bool IsSame => OnRanks.OutputHash is { } hash && hash == OnThreads.OutputHash;

    /// <summary>The comparison in a line.</summary>
    public override string ToString() => $"{OnRanks.Name}: {(IsSame ? "same bits" : OnRanks.OutputHash is null || OnThreads.OutputHash is null ? "bits not compared, as it was not simulated" : Difference)}.";

    private string Difference => $"OTHER BITS: on the ranks {About(OnRanks)}; on the threads {About(OnThreads)}";

    private static string About(CaseResult result) => string.Create(
        CultureInfo.InvariantCulture, $"{result.SpikesEqual} of {result.SpikesRecorded} recorded spikes, dipole off by {result.DipoleError:G3} of its peak, hash {result.OutputHash![..12]}");
}
