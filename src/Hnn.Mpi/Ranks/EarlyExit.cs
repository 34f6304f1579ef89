using System.Runtime.InteropServices;

namespace Hnn.Mpi.Ranks;

// Notices that something ends this process: an exit code, which a launcher may take for a good end, or an error that nothing catches, whose rank a launcher may not know. Not when the launcher itself asks for it.
internal sealed class EarlyExit : IDisposable
{
    private readonly Action _exits;
    private readonly Action _throws;
    private readonly PosixSignalRegistration _terminate;
    private bool _isExpected;

    /// <param name="exits">Called before the process ends with an exit code, unless that is expected by then.</param>
    /// <param name="throws">Called before an error that nothing catches ends the process.</param>
    public EarlyExit(Action exits, Action throws)
    {
        (_exits, _throws) = (exits, throws);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => _isExpected = true);
        AppDomain.CurrentDomain.ProcessExit += Exit;
        AppDomain.CurrentDomain.UnhandledException += Throw;
    }

    /// <summary>From now on an end is expected.</summary>
    public void Dispose()
    {
        _isExpected = true;
        AppDomain.CurrentDomain.ProcessExit -= Exit;
        AppDomain.CurrentDomain.UnhandledException -= Throw;
        _terminate.Dispose();
    }

    private void Exit(object? sender, EventArgs e)
    {
        if (!_isExpected)
            _exits();
    }

    private void Throw(object? sender, EventArgs e) => _throws();
}
