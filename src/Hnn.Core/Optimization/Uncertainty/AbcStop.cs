namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Why sampling by ABC-SMC ended.</summary>
public enum AbcStop
{
    /// <summary>All evaluations were used.</summary>
    Budget,

    /// <summary>The target tolerance was reached.</summary>
    TargetTolerance,

    /// <summary>Too small a share of the proposals was accepted.</summary>
    Acceptance,

    /// <summary>The tolerance could not be lowered: too many particles have the same loss.</summary>
    EqualLosses,

    /// <summary>The caller cancelled.</summary>
    Canceled,
}
