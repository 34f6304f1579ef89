namespace Hnn.Core.Optimization;

/// <summary>Why a fit ended.</summary>
public enum StopReason
{
    /// <summary>All evaluations of the budget were made.</summary>
    BudgetSpent,

    /// <summary>The solver had nothing more to try.</summary>
    Converged,

    /// <summary>The time limit was reached.</summary>
    TimeSpent,

    /// <summary>The user ended it.</summary>
    Cancelled,
}
