using System.Collections.Immutable;

namespace Hnn.Mpi.Binding;

// Where an MPI library may be, in the order of trying: the user's word; else first the family of the launcher that started this
// process, then the other, then the standard ABI, then whatever the system calls MPI. Names of macOS and Windows are untested.
internal static class LibraryNames
{
    /// <summary>Environment variable by which a user names the library: a file name for the loader, or a path.</summary>
    public const string Variable = "HNN_MPI_LIBRARY";

    private static readonly ImmutableArray<string> OpenMpi = ["libmpi.so.40"];
    private static readonly ImmutableArray<string> Mpich = ["libmpi.so.12", "libmpich.so.12"];
    private static readonly ImmutableArray<string> Neutral = ["libmpi_abi.so.0", "libmpi.so"];
    private static readonly ImmutableArray<string> Windows = ["msmpi.dll", "impi.dll"];

    /// <param name="variable">Reads the environment.</param>
    public static ImmutableArray<string> InOrder(Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } chosen)
            return [chosen];
        if (OperatingSystem.IsWindows())
            return Windows;

        ImmutableArray<string> names = Launch.Family(variable) == MpiAbi.Mpich ? [.. Mpich, .. OpenMpi, .. Neutral] : [.. OpenMpi, .. Mpich, .. Neutral];
        return OperatingSystem.IsMacOS() ? [.. names.Select(MacName)] : names;
    }

    // libmpi.so.40 is libmpi.40.dylib there.
    private static string MacName(string name)
    {
        var parts = name.Split(".so");
        return $"{parts[0]}{parts[1]}.dylib";
    }
}
