using System.Collections.Immutable;
using Hnn.Core.Simulation;
using Hnn.Engine.Runs;

namespace Hnn.Core.Batches;

/// <summary>The beginning that alike networks have in common: their cells with those drives that do the same in all of them, simulated once for each trial.</summary>
/// <remarks>A network is on this path until the first spike of any other drive of its own. States are kept at even distances; a network goes on from the last one before that spike.</remarks>
internal sealed class SharedBeginning
{
    // Memory in bytes for the states that are kept, as far as it is known at the start: records grow with time.
    private const long Memory = 128L << 20;

    private readonly BatchNetwork _network;
    private readonly SimulationOptions _options;
    private readonly ImmutableDictionary<string, string> _drives;
    private readonly Engine.Runs.Simulation _run;
    private readonly List<SimulationState> _states;
    private readonly int _spacing;
    private int _windows;

    private SharedBeginning(BatchNetwork network, SimulationOptions options, ImmutableDictionary<string, string> drives)
    {
        (_network, _options, _drives) = (network, options, drives);
        var inputs = Enumerable.Range(0, options.Trials).Select(trial => network.Input(trial, drives.ContainsKey));
        _run = new Engine.Runs.Simulation(network.Model, [.. inputs], options.ForEngine(), network.Plan.Probes);
        _states = [_run.Save()];
        _spacing = (int)Math.Max(1, (_run.WindowCount * (_states[0].Size + _run.RecordSize / 2) + Memory - 1) / Memory);
    }

    /// <summary>The beginning that networks have in common; null if there are not at least two with the same connections between cells.</summary>
    public static SharedBeginning? Of(IReadOnlyList<BatchNetwork> alike, SimulationOptions options)
    {
        if (alike.Count < 2 || !alike.All(network => network.Model.HasSameLocalContacts(alike[0].Model)))
            return null;
        var common = alike[0].Drives.Where(drive => alike.All(network => network.Drives.Contains(drive)));
        return new SharedBeginning(alike[0], options, common.ToImmutableDictionary(drive => drive.Name, drive => drive.Fingerprint));
    }

    /// <summary>Whether networks have this beginning, too.</summary>
    public bool Fits(IReadOnlyList<BatchNetwork> alike, SimulationOptions options) =>
        options with { Threads = 0 } == _options with { Threads = 0 }
        && alike.All(network =>
            network.CanRunWith(_network)
            && network.Model.HasSameLocalContacts(_network.Model)
            && _drives.All(drive => network.Drives.Any(own => own.Name == drive.Key && own.Fingerprint == drive.Value)));

    /// <summary>Number of windows from the start in which a trial of a network is on this path.</summary>
    public int WindowsOf(BatchNetwork network, int trial)
    {
        // The engine rounds a drive's spike times once more.
        const double Rounding = 1e-9;
        return _run.WindowsBefore(network.FirstSpike(trial, drive => !_drives.ContainsKey(drive)) - Rounding);
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
