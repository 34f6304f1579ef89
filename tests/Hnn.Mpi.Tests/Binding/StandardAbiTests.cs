using System.ComponentModel;
using System.Diagnostics;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Binding;

/// <summary>The standard ABI of MPI 5, by a library of our own that stands before the installed ones.</summary>
public sealed class StandardAbiTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Libraries => [("Open MPI", "libmpi.so.40"), ("MPICH", "libmpich.so.12")];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Libraries))]
    public void A_library_of_the_standard_ABI_is_recognised(string family, string library) => Prints("Standard 2\n", family, library, ranks: 2, "who");

    [Theory, MemberData(nameof(Libraries))]
    public void Collectives_work_by_the_standard_ABI(string family, string library) => Prints("0 wrong on 3\n", family, library, ranks: 3, "collectives");

    [Theory, MemberData(nameof(Libraries))]
    public void Messages_work_by_the_standard_ABI(string family, string library) => Prints("0 wrong on 2\n", family, library, ranks: 2, "messages");

    [Theory, MemberData(nameof(Libraries))]
    public void Groups_split_by_the_standard_ABI(string family, string library) => Prints("0 wrong on 4\n", family, library, ranks: 4, "split");

    [Theory, MemberData(nameof(Libraries))]
    public void An_old_library_without_nonblocking_collectives_serves_too(string family, string library) =>
        Prints("0 wrong on 3\n", family, library, ranks: 3, "collectives", "-DOLD_MPI");

    private void Prints(string expected, string family, string library, int ranks, string deed, params string[] options)
    {
        var launcher = Launcher.Of(family);
        var shim = BuiltShim(options);

        var (output, error, code) = launcher.Run(ranks, deed, ("HNN_MPI_LIBRARY", shim), ("HNN_SHIM_OVER", library));

        Assert.True(expected == output, $"{output}\n{error}");
        Assert.Equal(0, code);
    }

    private string BuiltShim(string[] options)
    {
        var (source, target) = (Path.Combine(AppContext.BaseDirectory, "Binding", "standard-abi-shim.c"), _folder.PathOf("shim.so"));
        try
        {
            using var compiler = Process.Start("gcc", ["-std=gnu11", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", .. options, "-o", target, source, "-ldl"]);
            compiler.WaitForExit();
            Assert.Equal(0, compiler.ExitCode);
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"Needs gcc to build a library of the standard ABI: {missing.Message}");
        }

        return target;
    }
}
