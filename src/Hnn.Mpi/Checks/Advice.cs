using Hnn.Mpi.Launching;

namespace Hnn.Mpi.Checks;

// What to install or change, in sentences.
internal static class Advice
{
    private static readonly string[] Launchers = ["mpiexec", "mpirun", "srun", "mpiexec.openmpi", "mpiexec.mpich", "mpiexec.hydra"];

    /// <summary>Launchers on the PATH that are other files than the one in use.</summary>
    /// <param name="chosen">Full path of the one in use; null if there is none.</param>
    public static string[] OtherLaunchers(string? chosen)
    {
        var known = new HashSet<string>(chosen is null ? [] : [FileOf(chosen)]);
        return [.. Launchers.Where(name => ProgramPath.Find(name) is { } path && known.Add(FileOf(path)))];
    }

    /// <summary>What to do where MPI does not work, and that nothing depends on it.</summary>
    public static IEnumerable<string> WithoutMpi(MpiCheck check)
    {
        if (check.Launcher is null && OtherLaunchers(null) is { Length: > 0 } others)
            yield return $"There are other launchers here: {string.Join(", ", others)}. Name one of them with {nameof(MpiOptions)}.{nameof(MpiOptions.Launcher)}.";
        else if (check.Launcher is null)
            foreach (var way in Installations)
                yield return way;
        if (check.Family == CheckRun.NameOf(LauncherFamily.Slurm))
            yield return "srun must be told how ranks find each other, in a whole command as launcher: 'srun --mpi=pmix -K1 -n {n} {program}' for Open MPI, " +
                "the same with --mpi=pmi2 for MPICH and its relatives; 'srun --mpi=list' tells what there is. Or let mpiexec start them, inside salloc or sbatch.";
        yield return $"Without MPI, everything runs on the threads of this machine's {check.Processors} processor(s), with the same results.";
    }

    /// <summary>How to get an MPI, a line per system.</summary>
    public static IEnumerable<string> Installations =>
    [
        "Debian, Ubuntu: 'apt install openmpi-bin' or 'apt install mpich'; either will do.",
        "macOS: 'brew install open-mpi' or 'brew install mpich'.",
        "Windows: install Microsoft MPI (MS-MPI), msmpisetup.exe; its launcher is mpiexec.",
        "Clusters: 'module avail mpi' lists what there is, 'module load openmpi' or the like loads it; under Slurm, srun is a launcher, too.",
    ];

    private static string FileOf(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}
