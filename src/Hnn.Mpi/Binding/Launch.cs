using System.Globalization;

namespace Hnn.Mpi.Binding;

// What the launcher left in the environment of the processes it started.
internal static class Launch
{
    // Slurm's number of tasks of the step: that of the allocation (SLURM_NTASKS) is also set where no rank was started.
    private static readonly string[] Counts = ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"];

    /// <summary>The family of the launcher; null if there was none, or one that serves several (srun).</summary>
    /// <param name="variable">Reads the environment.</param>
    public static MpiAbi? Family(Func<string, string?> variable) =>
        variable("OMPI_COMM_WORLD_SIZE") is not null ? MpiAbi.OpenMpi
        : variable("PMI_SIZE") is not null || variable("HYDI_CONTROL_FD") is not null ? MpiAbi.Mpich
        : null;

    /// <summary>How many processes the launcher started; null if none says so.</summary>
    /// <param name="variable">Reads the environment.</param>
    public static int? Processes(Func<string, string?> variable)
    {
        foreach (var name in Counts)
            if (int.TryParse(variable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return count;
        return null;
    }
}
