using System.Collections.Immutable;

namespace Hnn.Core.Networks;

/// <summary>A network cannot be simulated. Lists all its faults, not only the first.</summary>
public sealed class NetworkException : Exception
{
    /// <summary>Makes the exception for a network's faults.</summary>
    /// <param name="problems">The faults, at least one.</param>
    public NetworkException(ImmutableArray<NetworkProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>All faults found.</summary>
    public ImmutableArray<NetworkProblem> Problems { get; }
}
