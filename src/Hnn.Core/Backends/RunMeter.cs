using System.Collections.Concurrent;

namespace Hnn.Core.Backends;

/// <summary>Adds up how far runs at work at the same time are.</summary>
/// <param name="listener">Told the part done, between 0 and 1.</param>
/// <param name="totalTime">Time in ms to be simulated by all runs, each trial counted.</param>
internal sealed class RunMeter(IProgress<double> listener, double totalTime)
{
    private readonly ConcurrentDictionary<JobRun, double> _times = new();

    /// <summary>Notes the simulated time in ms that a run has reached.</summary>
    public void Report(JobRun run, double time)
    {
        _times[run] = time * run.Count;
        listener.Report(Math.Min(1, _times.Values.Sum() / totalTime));
    }
}
