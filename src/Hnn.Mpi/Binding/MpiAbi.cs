namespace Hnn.Mpi.Binding;

/// <summary>How an MPI library lays out its handles, constants and status: the binary interface it was built with.</summary>
public enum MpiAbi
{
    /// <summary>Open MPI: handles are addresses of exported objects.</summary>
    OpenMpi,

    /// <summary>The MPICH family (MPICH, Intel MPI, MVAPICH, Cray MPICH) and MS-MPI: handles are 32-bit numbers.</summary>
    Mpich,

    /// <summary>The standard ABI of MPI 5: handles are small numbers as wide as a pointer.</summary>
    Standard,
}
