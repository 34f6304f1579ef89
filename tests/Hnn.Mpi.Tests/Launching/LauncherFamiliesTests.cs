using Hnn.Mpi.Binding;
using Hnn.Mpi.Launching;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Launching;

public sealed class LauncherFamiliesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The first two as installed on Debian 12, the others from the documentation of Open MPI 5, Intel MPI, MS-MPI and Slurm.
    [Theory]
    [InlineData("mpiexec.openmpi (OpenRTE) 4.1.4", "OpenMpi")]
    [InlineData("HYDRA build details:\n    Version:                                 4.0.2", "Hydra")]
    [InlineData("mpirun (Open MPI) 5.0.6", "OpenMpi")]
    [InlineData("Intel(R) MPI Library for Linux* OS, Version 2021.14 Build 20241121", "Hydra")]
    [InlineData("Microsoft MPI Startup Program [Version 10.1.12498.52]", "MsMpi")]
    [InlineData("slurm-wlm 22.05.8", "Slurm")]
    [InlineData("something of our own 1.0", "Unknown")]
    public void The_words_for_its_version_tell_a_launchers_family(string version, string family) =>
        Assert.Equal(Enum.Parse<LauncherFamily>(family), LauncherFamilies.ByWords(version));

    [Theory, InlineData("Open MPI", "mpiexec.openmpi", "OpenMpi"), InlineData("MPICH", "mpiexec.mpich", "Hydra")]
    public void An_installed_launcher_is_recognised(string family, string program, string expected)
    {
        _ = Launcher.Of(family);

        Assert.Equal(Enum.Parse<LauncherFamily>(expected), LauncherFamilies.Of(program));
    }

    [Fact]
    public void A_launcher_is_asked_once_as_long_as_its_file_stays_the_same()
    {
        var launcher = Script.Write(_folder, "mpiexec", $"echo asked >> {_folder.PathOf("log")}\necho slurm 22.05.8");

        LauncherFamily[] families = [LauncherFamilies.Of(launcher), LauncherFamilies.Of(launcher)];
        File.SetLastWriteTimeUtc(launcher, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _ = LauncherFamilies.Of(launcher);

        Assert.Equal([LauncherFamily.Slurm, LauncherFamily.Slurm], families);
        Assert.Equal(2, File.ReadAllLines(_folder.PathOf("log")).Length);
    }

    [Fact]
    public void A_launcher_that_is_not_there_is_an_error_that_says_where_to_get_one()
    {
        var fault = Assert.Throws<MpiException>(() => LauncherFamilies.Of("no-such-mpiexec"));

        Assert.All(["'no-such-mpiexec' is not found", "openmpi-bin", "mpich", "brew install open-mpi", "MS-MPI", "module load", "threads"], word => Assert.Contains(word, fault.Message, StringComparison.Ordinal));
    }
}
