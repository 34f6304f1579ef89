namespace Hnn.Mpi.Checks;

/// <summary>What a finding means for who wants to use MPI.</summary>
public enum MpiFindingKind
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Worth knowing; MPI works all the same, or this helps to make it work.</summary>
    Note,

    /// <summary>MPI does not work as long as this is so.</summary>
    Fault,
}
