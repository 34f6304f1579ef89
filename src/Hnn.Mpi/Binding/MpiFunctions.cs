using System.Runtime.InteropServices;

namespace Hnn.Mpi.Binding;

// The functions of an opened MPI library, as pointers: one compiled program serves every library, which an import by name would not.
// Communicators, datatypes, requests and error handlers are nint in every library (see MpiConstants).
// Those of MPI 3 (Ibarrier ... Iallgatherv) are null in an older library; their blocking forms are always there.
internal sealed unsafe class MpiFunctions(nint library)
{
    public readonly delegate* unmanaged[Cdecl]<int*, byte***, int, int*, int> InitThread = (delegate* unmanaged[Cdecl]<int*, byte***, int, int*, int>)Required(library, "MPI_Init_thread");
    public readonly delegate* unmanaged[Cdecl]<int*, int> Initialized = (delegate* unmanaged[Cdecl]<int*, int>)Required(library, "MPI_Initialized");
    public readonly delegate* unmanaged[Cdecl]<int*, int> Finalized = (delegate* unmanaged[Cdecl]<int*, int>)Required(library, "MPI_Finalized");
    public readonly delegate* unmanaged[Cdecl]<int> EndAll = (delegate* unmanaged[Cdecl]<int>)Required(library, "MPI_Finalize");
    public readonly delegate* unmanaged[Cdecl]<nint, int, int> Abort = (delegate* unmanaged[Cdecl]<nint, int, int>)Required(library, "MPI_Abort");
    public readonly delegate* unmanaged[Cdecl]<byte*, int*, int> LibraryVersion = (delegate* unmanaged[Cdecl]<byte*, int*, int>)Required(library, "MPI_Get_library_version");
    public readonly delegate* unmanaged[Cdecl]<int, byte*, int*, int> ErrorString = (delegate* unmanaged[Cdecl]<int, byte*, int*, int>)Required(library, "MPI_Error_string");

    public readonly delegate* unmanaged[Cdecl]<nint, int*, int> CommRank = (delegate* unmanaged[Cdecl]<nint, int*, int>)Required(library, "MPI_Comm_rank");
    public readonly delegate* unmanaged[Cdecl]<nint, int*, int> CommSize = (delegate* unmanaged[Cdecl]<nint, int*, int>)Required(library, "MPI_Comm_size");
    public readonly delegate* unmanaged[Cdecl]<nint, nint, int> SetErrorHandler = (delegate* unmanaged[Cdecl]<nint, nint, int>)Required(library, "MPI_Comm_set_errhandler");
    public readonly delegate* unmanaged[Cdecl]<nint, int, int, nint*, int> CommSplit = (delegate* unmanaged[Cdecl]<nint, int, int, nint*, int>)Required(library, "MPI_Comm_split");
    public readonly delegate* unmanaged[Cdecl]<nint*, int> CommFree = (delegate* unmanaged[Cdecl]<nint*, int>)Required(library, "MPI_Comm_free");

    public readonly delegate* unmanaged[Cdecl]<nint, int> Barrier = (delegate* unmanaged[Cdecl]<nint, int>)Required(library, "MPI_Barrier");
    public readonly delegate* unmanaged[Cdecl]<void*, int, nint, int, nint, int> Broadcast = (delegate* unmanaged[Cdecl]<void*, int, nint, int, nint, int>)Required(library, "MPI_Bcast");
    public readonly delegate* unmanaged[Cdecl]<void*, int, nint, void*, int, nint, nint, int> Allgather = (delegate* unmanaged[Cdecl]<void*, int, nint, void*, int, nint, nint, int>)Required(library, "MPI_Allgather");
    public readonly delegate* unmanaged[Cdecl]<void*, int, nint, void*, int*, int*, nint, nint, int> Allgatherv = (delegate* unmanaged[Cdecl]<void*, int, nint, void*, int*, int*, nint, nint, int>)Required(library, "MPI_Allgatherv");

    public readonly delegate* unmanaged[Cdecl]<nint, nint*, int> StartBarrier = (delegate* unmanaged[Cdecl]<nint, nint*, int>)Optional(library, "MPI_Ibarrier");
    public readonly delegate* unmanaged[Cdecl]<void*, int, nint, int, nint, nint*, int> StartBroadcast = (delegate* unmanaged[Cdecl]<void*, int, nint, int, nint, nint*, int>)Optional(library, "MPI_Ibcast");
    public readonly delegate* unmanaged[Cdecl]<void*, int, nint, void*, int, nint, nint, nint*, int> StartAllgather = (delegate* unmanaged[Cdecl]<void*, int, nint, void*, int, nint, nint, nint*, int>)Optional(library, "MPI_Iallgather");
    public readonly delegate* unmanaged[Cdecl]<void*, int, nint, void*, int*, int*, nint, nint, nint*, int> StartAllgatherv = (delegate* unmanaged[Cdecl]<void*, int, nint, void*, int*, int*, nint, nint, nint*, int>)Optional(library, "MPI_Iallgatherv");

    public readonly delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, nint*, int> StartSend = (delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, nint*, int>)Required(library, "MPI_Isend");
    public readonly delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, nint*, int> StartReceive = (delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, nint*, int>)Required(library, "MPI_Irecv");
    public readonly delegate* unmanaged[Cdecl]<int, int, nint, int*, int*, int> ProbeNow = (delegate* unmanaged[Cdecl]<int, int, nint, int*, int*, int>)Required(library, "MPI_Iprobe");
    public readonly delegate* unmanaged[Cdecl]<nint*, int*, int*, int> Test = (delegate* unmanaged[Cdecl]<nint*, int*, int*, int>)Required(library, "MPI_Test");
    public readonly delegate* unmanaged[Cdecl]<int*, nint, int*, int> Count = (delegate* unmanaged[Cdecl]<int*, nint, int*, int>)Required(library, "MPI_Get_count");

    private static nint Required(nint library, string name) => NativeLibrary.GetExport(library, name);

    private static nint Optional(nint library, string name) => NativeLibrary.TryGetExport(library, name, out var address) ? address : 0;
}
