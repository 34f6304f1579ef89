using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Ranks;

/// <summary>Another rank failed or is silent.</summary>
internal sealed class RankException(ErrorContent content) : Exception(content.Text)
{
    public ErrorContent Content { get; } = content;
}
