namespace Hnn.Mpi.Launching;

/// <summary>Launchers that share their options and their words.</summary>
internal enum LauncherFamily
{
    /// <summary>Any other: it is given the number of ranks, and no option.</summary>
    Unknown,

    /// <summary>mpiexec or mpirun of Open MPI.</summary>
    OpenMpi,

    /// <summary>mpiexec of MPICH, Intel MPI, MVAPICH.</summary>
    Hydra,

    /// <summary>mpiexec of Microsoft MPI. Untested.</summary>
    MsMpi,

    /// <summary>srun of Slurm.</summary>
    Slurm,
}
