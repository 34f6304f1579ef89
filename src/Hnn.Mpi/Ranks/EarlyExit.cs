using System.Runtime.InteropServices;

namespace Hnn.Mpi.Ranks;

// Notices that something ends this process with an exit code, which a launcher may take for a good end. Not when the launcher itself asks for it.
internal sealed class EarlyExit : IDisposable
{
    private readonly Action _told;
    private readonly PosixSignalRegistration _terminate;
    private bool _isExpected;

    /// <param name="told">Called before the process ends, unless that is expected by then.</param>
    public EarlyExit(Action told)
    {
        _told = told;
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => _isExpected = true);
        AppDomain.CurrentDomain.ProcessExit += Exit;
    }

    /// <summary>From now on an end is expected.</summary>
    public void Dispose()
    {
        _isExpected = true;
        AppDomain.CurrentDomain.ProcessExit -= Exit;
        _terminate.Dispose();
    }

    private void Exit(object? sender, EventArgs e)
    {
        if (!_isExpected)
            _told();
    }
}
