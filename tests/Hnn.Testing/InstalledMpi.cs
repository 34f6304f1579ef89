namespace Hnn.Testing;

/// <summary>The MPI of this machine, for tests that use whichever is installed.</summary>
public static class InstalledMpi
{
    /// <summary>Whether <c>mpiexec</c> is on the PATH.</summary>
    public static bool IsAvailable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "mpiexec")));

    /// <summary>Why a test that needs it is skipped.</summary>
    public static string WhySkipped => "There is no mpiexec on the PATH: install the package openmpi-bin or mpich, or run test.sh --all, which does.";

    /// <summary>Lets Open MPI start ranks although this process is root's, as in a container.</summary>
    public static void AllowRoot()
    {
        Environment.SetEnvironmentVariable("OMPI_ALLOW_RUN_AS_ROOT", "1");
        Environment.SetEnvironmentVariable("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
    }
}
