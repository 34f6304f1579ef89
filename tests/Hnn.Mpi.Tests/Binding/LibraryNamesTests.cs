using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Tests.Binding;

public class LibraryNamesTests
{
    [Theory]
    [InlineData("OMPI_COMM_WORLD_SIZE", "libmpi.so.40")]
    [InlineData("PMI_SIZE", "libmpi.so.12")]
    [InlineData("HYDI_CONTROL_FD", "libmpi.so.12")]
    [InlineData("NO_LAUNCHER", "libmpi.so.40")]
    public void The_launchers_family_is_tried_first(string variable, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux: the names are those of its libraries.");

        var names = LibraryNames.InOrder(name => name == variable ? "2" : null);

        Assert.Equal(expected, names[0]);
        Assert.Equal(["libmpi.so", "libmpi.so.12", "libmpi.so.40", "libmpi_abi.so.0", "libmpich.so.12"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_library_a_user_names_is_the_only_one_tried()
    {
        var names = LibraryNames.InOrder(name => name == "HNN_MPI_LIBRARY" ? "mine.so" : "2");

        Assert.Equal(["mine.so"], names);
    }
}
