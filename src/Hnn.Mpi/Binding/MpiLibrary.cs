using System.Runtime.InteropServices;

namespace Hnn.Mpi.Binding;

/// <summary>The MPI library of this machine, opened. Immutable; a library stays open until the process ends.</summary>
public sealed unsafe class MpiLibrary
{
    private const int VersionBytes = 8192;

    private MpiLibrary(string name, nint handle)
    {
        Name = name;
        Functions = new(handle);
        Abi = DetectedAbi(handle);
        Constants = MpiConstants.Of(Abi, handle);
        Version = ReadVersion();
    }

    /// <summary>Name it was opened by: a file name or a path.</summary>
    public string Name { get; }

    /// <summary>The binary interface it was built with.</summary>
    public MpiAbi Abi { get; }

    /// <summary>What the library says it is, in one line.</summary>
    public string Version { get; }

    internal MpiFunctions Functions { get; }

    internal MpiConstants Constants { get; }

    /// <summary>Finds and opens the library: the one named by the environment variable HNN_MPI_LIBRARY and no other; without it that of the launcher's family, else any known one.</summary>
    /// <exception cref="MpiException">None can be opened, or what was opened is no MPI library.</exception>
    public static MpiLibrary Open() => Open(Environment.GetEnvironmentVariable);

    internal static MpiLibrary Open(Func<string, string?> variable)
    {
        PrepareEnvironment();
        var faults = new List<string>();
        foreach (var name in LibraryNames.InOrder(variable))
        {
            var handle = OpenNative(name, out var fault);
            if (handle != 0)
                return Bound(name, handle);
            faults.Add(fault);
        }

        throw new MpiException(
            $"No MPI library can be opened ({string.Join("; ", faults)}). " +
            $"Install one (on Debian or Ubuntu the package openmpi-bin or mpich; on a cluster load its MPI module), or set {LibraryNames.Variable} to its file.");
    }

    /// <summary>Throws what a function's result stands for, if it failed.</summary>
    internal void Check(int code, string function)
    {
        if (code == 0)
            return;
        var text = stackalloc byte[VersionBytes];
        var length = 0;
        _ = Functions.ErrorString(code, text, &length);
        throw new MpiException($"{function} failed: {OneLine(text, length)} ({Version}).", code);
    }

    // UCX, a transport of both families, would replace .NET's handler of segmentation faults, after which each NullReferenceException
    // ended the process; it also warns on standard output of variables it does not know. Open MPI's own handlers do the same harm.
    // All read their variables when they are loaded or started, so these are set before.
    private static void PrepareEnvironment()
    {
        if (OperatingSystem.IsWindows())
            return;
        SystemFunctions.SetVariable("UCX_ERROR_SIGNALS", "", overwrite: true);
        SystemFunctions.SetVariable("UCX_WARN_UNUSED_ENV_VARS", "n", overwrite: false);
        SystemFunctions.SetVariable("OMPI_MCA_opal_signal", "", overwrite: true);
    }

    private static nint OpenNative(string name, out string fault)
    {
        if (!OperatingSystem.IsWindows())
            return SystemFunctions.Open(name, out fault);
        fault = $"{name}: not found";
        return NativeLibrary.TryLoad(name, out var handle) ? handle : 0;
    }

    private static MpiLibrary Bound(string name, nint handle)
    {
        try
        {
            return new(name, handle);
        }
        catch (EntryPointNotFoundException missing)
        {
            throw new MpiException($"'{name}' is not an MPI library we can use: {missing.Message} Set {LibraryNames.Variable} to another, or unset it to have one found.");
        }
    }

    private static MpiAbi DetectedAbi(nint handle)
    {
        if (NativeLibrary.TryGetExport(handle, "MPI_Abi_get_version", out var version))
        {
            // A library that knows the standard ABI, but was not built with it, answers -1.
            int major = 0, minor = 0;
            _ = ((delegate* unmanaged[Cdecl]<int*, int*, int>)version)(&major, &minor);
            if (major >= 1)
                return MpiAbi.Standard;
        }

        return NativeLibrary.TryGetExport(handle, "ompi_mpi_comm_world", out _) ? MpiAbi.OpenMpi : MpiAbi.Mpich;
    }

    private string ReadVersion()
    {
        var text = stackalloc byte[VersionBytes];
        var length = 0;
        _ = Functions.LibraryVersion(text, &length);
        return FirstLine(text, length);
    }

    // "Open MPI v4.1.4, package: ..." and "MPICH Version:      4.0.2\n..." go on with how they were built.
    private static string FirstLine(byte* text, int length)
    {
        var words = Marshal.PtrToStringUTF8((nint)text, length).Split('\n', ',')[0].Split((char[])['\0', '\t', ' '], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }

    private static string OneLine(byte* text, int length) =>
        string.Join(' ', Marshal.PtrToStringUTF8((nint)text, length).Split((char[])['\0', '\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
}
