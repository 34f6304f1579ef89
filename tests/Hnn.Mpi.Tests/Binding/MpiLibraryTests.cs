using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Tests.Binding;

public class MpiLibraryTests
{
    [Fact]
    public void A_missing_library_is_an_error_that_says_what_to_install()
    {
        var fault = Assert.Throws<MpiException>(() => Opened("no-such-mpi.so"));

        Assert.Contains("no-such-mpi.so", fault.Message, StringComparison.Ordinal);
        Assert.Contains("openmpi-bin or mpich", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_without_MPI_is_an_error_that_says_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux: the library is its C library.");

        var fault = Assert.Throws<MpiException>(() => Opened("libc.so.6"));

        Assert.Contains("'libc.so.6' is not an MPI library", fault.Message, StringComparison.Ordinal);
    }

    private static MpiLibrary Opened(string library) => MpiLibrary.Open(name => name == "HNN_MPI_LIBRARY" ? library : null);
}
