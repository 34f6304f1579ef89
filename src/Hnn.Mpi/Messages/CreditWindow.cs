namespace Hnn.Mpi.Messages;

// How many bytes may be on their way at once: a launcher's pipe never holds more. Safe for any threads.
internal sealed class CreditWindow(int size)
{
    private readonly object _gate = new();
    private int _taken;
    private bool _closed;

    /// <summary>Takes room for bytes, and waits until there is some.</summary>
    /// <param name="bytes">How many; at most the window's size.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False if the window was closed.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public bool Take(int bytes, CancellationToken cancellation)
    {
        using var wake = cancellation.UnsafeRegister(static window => ((CreditWindow)window!).Wake(), this);
        lock (_gate)
        {
            while (!_closed && bytes > size - _taken)
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_gate);
            }

            _taken += bytes;
            return !_closed;
        }
    }

    /// <summary>Gives room back.</summary>
    /// <param name="bytes">How many bytes arrived.</param>
    /// <exception cref="InvalidDataException">So many were not on their way.</exception>
    public void Return(int bytes)
    {
        lock (_gate)
        {
            if (bytes < 0 || bytes > _taken)
                throw Frame.Damaged($"{bytes} bytes were acknowledged. {_taken} were on their way");
            _taken -= bytes;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Ends every wait, now and later.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Wake()
    {
        lock (_gate)
            Monitor.PulseAll(_gate);
    }
}
