using System.Runtime.InteropServices;

namespace Hnn.Mpi.Binding;

// Everything that differs between MPI libraries. A handle is always a nint: the 32-bit handles of the MPICH family travel in
// the low half of a register or stack slot (x64 and arm64, little endian), and are written into the low half of a zeroed nint.
// Sources: mpi.h of MPICH 4.0.2 and Open MPI 4.1.4, and of the MPI Forum's mpi-abi-stubs for the standard ABI.
internal sealed record MpiConstants
{
    /// <summary>Length in bytes of a buffer that holds the status of each library (20, 24 and 32 bytes).</summary>
    public const int StatusBytes = 64;

    /// <summary>Colour of a rank that joins no part of a split communicator; the same in all libraries.</summary>
    public const int Undefined = -32766;

    public required nint World { get; init; }
    public required nint NoCommunicator { get; init; }
    public required nint Byte { get; init; }
    public required nint Int { get; init; }
    public required nint Long { get; init; }
    public required nint Double { get; init; }
    public required nint ErrorsReturn { get; init; }
    public required int AnySource { get; init; }
    public required int AnyTag { get; init; }

    /// <summary>Level of thread support at which several threads may call, one at a time.</summary>
    public required int Serialized { get; init; }

    /// <summary>Index of the sender's rank in a status seen as 32-bit numbers.</summary>
    public required int StatusSource { get; init; }

    /// <summary>Index of the tag in a status seen as 32-bit numbers.</summary>
    public required int StatusTag { get; init; }

    public static MpiConstants Of(MpiAbi abi, nint library) => abi switch
    {
        MpiAbi.OpenMpi => OpenMpi(name => NativeLibrary.GetExport(library, name)),
        MpiAbi.Mpich => Mpich,
        _ => Standard,
    };

    /// <summary>The handle of the datatype of a number.</summary>
    /// <exception cref="NotSupportedException">The type is none of byte, int, long and double.</exception>
    public nint Datatype<T>() where T : unmanaged =>
        typeof(T) == typeof(byte) ? Byte
        : typeof(T) == typeof(int) ? Int
        : typeof(T) == typeof(long) ? Long
        : typeof(T) == typeof(double) ? Double
        : throw new NotSupportedException($"Values of type {typeof(T).Name} cannot be sent: only byte, int, long and double have a datatype here. Send their bytes (MemoryMarshal.AsBytes).");

    private static MpiConstants Mpich { get; } = new()
    {
        World = 0x44000000,
        NoCommunicator = 0x04000000,
        Byte = 0x4c00010d,
        Int = 0x4c000405,
        Long = 0x4c000809,
        Double = 0x4c00080b,
        ErrorsReturn = 0x54000001,
        AnySource = -2,
        AnyTag = -1,
        Serialized = 2,
        StatusSource = 2,
        StatusTag = 3,
    };

    private static MpiConstants Standard { get; } = new()
    {
        World = 0x101,
        NoCommunicator = 0x100,
        Byte = 0x247,
        Int = 0x209,
        Long = 0x20b,
        Double = 0x214,
        ErrorsReturn = 0x143,
        AnySource = -1,
        AnyTag = -2,
        Serialized = 2048,
        StatusSource = 0,
        StatusTag = 1,
    };

    private static MpiConstants OpenMpi(Func<string, nint> address) => new()
    {
        World = address("ompi_mpi_comm_world"),
        NoCommunicator = address("ompi_mpi_comm_null"),
        Byte = address("ompi_mpi_byte"),
        Int = address("ompi_mpi_int"),
        Long = address("ompi_mpi_long_long_int"),
        Double = address("ompi_mpi_double"),
        ErrorsReturn = address("ompi_mpi_errors_return"),
        AnySource = -1,
        AnyTag = -1,
        Serialized = 2,
        StatusSource = 0,
        StatusTag = 1,
    };
}
