namespace Hnn.Mpi.FaultProgram;

/// <summary>How a faulty fit ended.</summary>
public enum FaultEnd
{
    /// <summary>With the result that it has without a fault, to the last bit.</summary>
    Same,

    /// <summary>With the typed error.</summary>
    Error,

    /// <summary>It was done before the fault; that counts as no fault.</summary>
    TooEarly,

    /// <summary>With another result, another error or not at all: what must not be.</summary>
    Wrong,
}
