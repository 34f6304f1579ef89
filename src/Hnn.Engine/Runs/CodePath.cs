namespace Hnn.Engine.Runs;

/// <summary>Width of the vector instructions the kernels use. All give identical bits; a width the processor lacks is emulated.</summary>
public enum CodePath
{
    /// <summary>The fastest on this processor: the widest it has, or two vectors of that at a time.</summary>
    Widest,

    /// <summary>One cell at a time.</summary>
    Scalar,

    /// <summary>Two cells at a time (SSE, ARM64).</summary>
    Vector128,

    /// <summary>Four cells at a time (AVX2).</summary>
    Vector256,

    /// <summary>Eight cells at a time (AVX-512).</summary>
    Vector512,
}
