using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Hnn.Mpi.Binding;

/// <summary>A group of ranks that exchange values: bytes, ints, longs or doubles.</summary>
/// <remarks>
/// Every wait lets other processes have the processor, so more ranks than cores do no harm. Methods marked "together" are called by all
/// ranks of the group, in the same order. Any thread may call, one at a time. A failing function throws <see cref="MpiException"/> with the library's text.
/// </remarks>
public sealed unsafe partial class MpiCommunicator : IDisposable
{
    // Ranks that meet on time wait no longer; who does sleeps.
    private static readonly TimeSpan Spin = TimeSpan.FromMicroseconds(30);
    private static readonly TimeSpan ShortestNap = TimeSpan.FromMicroseconds(50);
    private static readonly TimeSpan LongestNap = TimeSpan.FromMilliseconds(1);

    private readonly MpiLibrary _library;
    private readonly bool _isOwned;
    private nint _handle;

    internal MpiCommunicator(MpiLibrary library, nint handle, bool isOwned)
    {
        (_library, _handle, _isOwned) = (library, handle, isOwned);
        int rank = 0, size = 0;
        library.Check(Functions.SetErrorHandler(handle, Constants.ErrorsReturn), "MPI_Comm_set_errhandler");
        library.Check(Functions.CommRank(handle, &rank), "MPI_Comm_rank");
        library.Check(Functions.CommSize(handle, &size), "MPI_Comm_size");
        (Rank, Size) = (rank, size);
    }

    /// <summary>Number of this process in the group, from 0.</summary>
    public int Rank { get; }

    /// <summary>Number of ranks in the group, at least 1.</summary>
    public int Size { get; }

    /// <summary>
    /// Called again and again while a method of this group waits longer than 2 ms, with the time it has waited; may send, probe and receive messages, and may
    /// throw to end the wait, after which nothing but <see cref="Abort"/> is left. Not called while it runs itself. Default: nobody.
    /// </summary>
    public Action<TimeSpan>? Waiting { get; set; }

    private MpiFunctions Functions => _library.Functions;

    private MpiConstants Constants => _library.Constants;

    /// <summary>Waits until all ranks are here; together.</summary>
    public void Barrier()
    {
        if (Functions.StartBarrier == null)
        {
            _library.Check(Functions.Barrier(_handle), "MPI_Barrier");
            return;
        }

        nint request = 0;
        _library.Check(Functions.StartBarrier(_handle, &request), "MPI_Ibarrier");
        Complete(request);
    }

    /// <summary>Gives all ranks the values of one; together.</summary>
    /// <param name="values">The values to give at the root; elsewhere where they go, of the same length.</param>
    /// <param name="root">Rank whose values they are.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="root"/> is no rank of the group.</exception>
    public void Broadcast<T>(Span<T> values, int root) where T : unmanaged
    {
        RequireRank(root);
        fixed (T* data = values)
        {
            if (Functions.StartBroadcast == null)
            {
                _library.Check(Functions.Broadcast(data, values.Length, Constants.Datatype<T>(), root, _handle), "MPI_Bcast");
                return;
            }

            nint request = 0;
            _library.Check(Functions.StartBroadcast(data, values.Length, Constants.Datatype<T>(), root, _handle, &request), "MPI_Ibcast");
            Complete(request);
        }
    }

    /// <summary>Gives all ranks the values of all, equally many of each, in the order of ranks; together.</summary>
    /// <param name="own">This rank's values, as many as those of every other rank.</param>
    /// <param name="all">Where those of all go. Shape: [<see cref="Size"/> × length of <paramref name="own"/>].</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public void Allgather<T>(ReadOnlySpan<T> own, Span<T> all) where T : unmanaged
    {
        if (all.Length != (long)own.Length * Size)
            throw new ArgumentException($"{Size} ranks with {own.Length} values each give {(long)own.Length * Size} values, not {all.Length}. Make room for exactly these.", nameof(all));
        var type = Constants.Datatype<T>();
        fixed (T* send = own, receive = all)
        {
            if (Functions.StartAllgather == null)
            {
                _library.Check(Functions.Allgather(send, own.Length, type, receive, own.Length, type, _handle), "MPI_Allgather");
                return;
            }

            nint request = 0;
            _library.Check(Functions.StartAllgather(send, own.Length, type, receive, own.Length, type, _handle, &request), "MPI_Iallgather");
            Complete(request);
        }
    }

    /// <summary>Gives all ranks the values of all, as many of each as it has, one rank's after the other's without gaps; together.</summary>
    /// <param name="own">This rank's values.</param>
    /// <param name="counts">How many values each rank gives; the same on all ranks. Shape: [<see cref="Size"/>].</param>
    /// <param name="all">Where those of all go; at least as long as all counts together.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public void Allgatherv<T>(ReadOnlySpan<T> own, ReadOnlySpan<int> counts, Span<T> all) where T : unmanaged
    {
        var offsets = Size <= 256 ? stackalloc int[Size] : new int[Size];
        FillOffsets(offsets, own.Length, counts, all.Length);
        var type = Constants.Datatype<T>();
        fixed (T* send = own, receive = all)
        fixed (int* lengths = counts, starts = offsets)
        {
            if (Functions.StartAllgatherv == null)
            {
                _library.Check(Functions.Allgatherv(send, own.Length, type, receive, lengths, starts, type, _handle), "MPI_Allgatherv");
                return;
            }

            nint request = 0;
            _library.Check(Functions.StartAllgatherv(send, own.Length, type, receive, lengths, starts, type, _handle, &request), "MPI_Iallgatherv");
            Complete(request);
        }
    }

    /// <summary>Divides the group into groups of ranks that give the same colour; together.</summary>
    /// <param name="color">Which group this rank joins, at least 0; null for none.</param>
    /// <param name="key">Ranks in the new group follow this number, then the rank in this one. Default: 0.</param>
    /// <returns>This rank's new group, to be disposed of before the session ends; null if it joins none.</returns>
    public MpiCommunicator? Split(int? color, int key = 0)
    {
        if (color < 0)
            throw new ArgumentOutOfRangeException(nameof(color), color, "A colour is at least 0. Give null for a rank that joins no group.");
        nint part = 0;
        _library.Check(Functions.CommSplit(_handle, color ?? MpiConstants.Undefined, key, &part), "MPI_Comm_split");
        return part == Constants.NoCommunicator ? null : new(_library, part, isOwned: true);
    }

    /// <summary>Ends all ranks of the job at once, with an exit code; does not return.</summary>
    /// <param name="exitCode">1 to 255, so that launchers pass it on.</param>
    [DoesNotReturn]
    public void Abort(int exitCode)
    {
        _ = Functions.Abort(_handle, exitCode);
        Environment.Exit(exitCode);
    }

    /// <summary>Gives up a group made by <see cref="Split"/>; together. Does nothing to the world, nor after the session's end.</summary>
    public void Dispose()
    {
        var over = 0;
        _ = Functions.Finalized(&over);
        if (!_isOwned || _handle == Constants.NoCommunicator || over != 0)
            return;
        fixed (nint* handle = &_handle)
            _ = Functions.CommFree(handle);
        _handle = Constants.NoCommunicator;
    }

    // A blocking function of MPI would use up the processor while it waits, and hold up the ranks it waits for. To yield is no better on a busy machine:
    // who yields comes last of all that want to run, and who wakes up comes first.
    private void Complete(nint request, int* status)
    {
        var (done, begin) = (0, Stopwatch.GetTimestamp());
        while (true)
        {
            _library.Check(Functions.Test(&request, &done, status), "MPI_Test");
            if (done != 0)
                return;
            var waited = Stopwatch.GetElapsedTime(begin);
            if (waited > Spin)
                SystemFunctions.Nap(NapAfter(waited));
            if (Waiting is { } waiting && waited > Patience)
                TellWaiting(waiting, waited);
        }
    }

    // Who has waited long will hardly be called in the next moment, and each look takes time from the others.
    private static TimeSpan NapAfter(TimeSpan waited) => waited / 8 < ShortestNap ? ShortestNap : waited / 8 > LongestNap ? LongestNap : waited / 8;

    private void TellWaiting(Action<TimeSpan> waiting, TimeSpan waited)
    {
        Waiting = null;
        waiting(waited);
        Waiting = waiting;
    }

    private void Complete(nint request)
    {
        var status = stackalloc int[MpiConstants.StatusBytes / sizeof(int)];
        Complete(request, status);
    }

    private void FillOffsets(Span<int> offsets, int own, ReadOnlySpan<int> counts, int room)
    {
        if (counts.Length != Size)
            throw new ArgumentException($"There are {Size} ranks, but {counts.Length} counts. Give one for each rank.", nameof(counts));
        if (counts[Rank] != own)
            throw new ArgumentException($"Rank {Rank} gives {own} values, but its count is {counts[Rank]}. Give the number of its values.", nameof(counts));
        var total = 0L;
        for (var rank = 0; rank < Size; rank++)
        {
            if (counts[rank] < 0)
                throw new ArgumentException($"The count of rank {rank} is {counts[rank]}. Counts are at least 0.", nameof(counts));
            offsets[rank] = (int)total;
            total += counts[rank];
            if (total > room)
                throw new ArgumentException($"Ranks 0 to {rank} give {total} values, but there is room for {room}. Make room for all.", nameof(counts));
        }
    }

    private void RequireRank(int rank)
    {
        if (rank < 0 || rank >= Size)
            throw new ArgumentOutOfRangeException(nameof(rank), rank, $"Ranks of this group are 0 to {Size - 1}.");
    }
}
