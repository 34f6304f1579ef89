using Hnn.Mpi.Ranks;

namespace Hnn.Mpi.Pool;

/// <summary>
/// Notices that a process of a job is stopped while its ranks start, so that they will never speak: the launcher, or a rank or helper that it started on this host.
/// </summary>
/// <param name="launcher">Process of the launcher.</param>
/// <remarks>Only who is seen to be stopped counts, as a start may take long. Ticks are counted and no time, since a machine may have been asleep.</remarks>
internal sealed class StartWatch(int launcher)
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5);

    private Dictionary<int, int> _ticks = [];

    /// <summary>Looks once; the number of a process that has been stopped for more than 3 s, null if there is none.</summary>
    public int? Look()
    {
        _ticks = ProcessState.StoppedOf(launcher).ToDictionary(process => process, process => _ticks.GetValueOrDefault(process) + 1);
        return _ticks.Where(stopped => stopped.Value * Tick > ProcessState.Patience).Select(stopped => (int?)stopped.Key).FirstOrDefault();
    }
}
