using System.Collections.Immutable;
using Hnn.Engine.Runs;

namespace Hnn.Core.Backends;

/// <summary>The beginning that alike jobs have in common: their cells with those drives that do the same in all of them, simulated once for each trial.</summary>
/// <remarks>A job is on this path until the first spike of any other drive of its own. States are kept at even distances; a job goes on from the last one before that spike.</remarks>
internal sealed class SharedBeginning
{
    // Memory in bytes for the states that are kept, as far as it is known at the start: records grow with time.
    private const long Memory = 128L << 20;

    private readonly JobModel _first;
    private readonly ImmutableDictionary<string, string> _drives;
    private readonly Engine.Runs.Simulation _run;
    private readonly List<SimulationState> _states;
    private readonly int _spacing;
    private int _windows;

    private SharedBeginning(JobModel first, ImmutableDictionary<string, string> drives)
    {
        (_first, _drives) = (first, drives);
        var inputs = Enumerable.Range(0, first.Job.Trials.Length).Select(trial => first.Input(trial, drives.ContainsKey));
        _run = new Engine.Runs.Simulation(first.Model, [.. inputs], first.Job.Options, first.Job.Probes);
        _states = [_run.Save()];
        _spacing = (int)Math.Max(1, (_run.WindowCount * (_states[0].Size + _run.RecordSize / 2) + Memory - 1) / Memory);
    }

    /// <summary>The beginning that jobs have in common; null if there are not at least two with as many trials and the same connections between cells.</summary>
    public static SharedBeginning? Of(IReadOnlyList<JobModel> alike)
    {
        if (alike.Count < 2 || !alike.All(job => job.IsOnThePathOf(alike[0])))
            return null;
        var common = alike[0].Drives.Where(drive => alike.All(job => job.Drives.Contains(drive)));
        return new SharedBeginning(alike[0], common.ToImmutableDictionary(drive => drive.Cells.Drive, drive => drive.Fingerprint));
    }

    /// <summary>Whether jobs have this beginning, too.</summary>
    public bool Fits(IReadOnlyList<JobModel> alike) =>
        alike.All(job =>
            job.CanRunWith(_first)
            && job.IsOnThePathOf(_first)
            && _drives.All(drive => job.Drives.Any(own => own.Cells.Drive == drive.Key && own.Fingerprint == drive.Value)));

    /// <summary>Number of windows from the start in which a trial of a job is on this path.</summary>
    public int WindowsOf(JobModel job, int trial)
    {
        // The engine rounds a drive's spike times once more.
        const double Rounding = 1e-9;
        return _run.WindowsBefore(job.FirstSpike(trial, drive => !_drives.ContainsKey(drive)) - Rounding);
    }

    /// <summary>
    /// Simulates so many windows, unless that was done before or no state would come of it. A beginning that diverges ends there, and those who share it will see
    /// for themselves.
    /// </summary>
    public void AdvanceTo(int windows, CancellationToken cancellation)
    {
        var last = windows / _spacing * _spacing;
        try
        {
            for (; _windows < last; _windows++)
            {
                cancellation.ThrowIfCancellationRequested();
                _run.AdvanceWindow();
                if ((_windows + 1) % _spacing == 0)
                    _states.Add(_run.Save());
            }
        }
        catch (SimulationDivergedException)
        {
            _windows = _run.WindowCount;
        }
    }

    /// <summary>A state not later than some windows from the start, for a run of these trials.</summary>
    public SimulationState StateFor(ImmutableArray<int> trials, int windows) =>
        _states[Math.Min(windows / _spacing, _states.Count - 1)].ForTrials(trials);
}
