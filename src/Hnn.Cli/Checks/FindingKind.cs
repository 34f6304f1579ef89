namespace Hnn.Cli.Checks;

/// <summary>What a finding means for who wants to work with notebooks.</summary>
internal enum FindingKind
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Missing or worth knowing; the kernel works all the same.</summary>
    Note,

    /// <summary>The kernel does not work as long as this is so.</summary>
    Fault,
}
