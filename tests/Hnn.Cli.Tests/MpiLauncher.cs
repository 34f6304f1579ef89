namespace Hnn.Cli.Tests;

/// <summary>Launchers of the MPI families that the tests know.</summary>
internal static class MpiLauncher
{
    private static readonly Dictionary<string, (string Program, string Package)> All = new()
    {
        ["Open MPI"] = ("mpiexec.openmpi", "openmpi-bin"),
        ["MPICH"] = ("mpiexec.mpich", "mpich"),
    };

    /// <summary>The program that starts ranks of a family; where it is not installed, the test is skipped.</summary>
    public static string Of(string family)
    {
        var (program, package) = All[family];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(folders.Any(folder => File.Exists(Path.Combine(folder, program))), $"Needs {family}: install the package {package}.");

        // Tests may run as root in a container.
        Environment.SetEnvironmentVariable("OMPI_ALLOW_RUN_AS_ROOT", "1");
        Environment.SetEnvironmentVariable("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
        return program;
    }
}
