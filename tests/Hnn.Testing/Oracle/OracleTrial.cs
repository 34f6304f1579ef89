using System.Collections.Immutable;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Testing.Oracle;

/// <summary>A trial under way: advances step by step, every cell open to inspection between the steps.</summary>
public sealed class OracleTrial
{
    private readonly NetworkDescription _network;
    private readonly double _timeStep;
    private readonly RunningClock _clock;
    private readonly EventQueue _queue = new();
    private readonly OracleCell[] _cells;
    private readonly List<Contact>[] _contacts;
    private readonly bool[] _isAboveThreshold;
    private readonly List<Spike> _spikes = [];

    /// <summary>Builds the network at rest, at time 0.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">Spike times of its drive cells.</param>
    /// <param name="options">Step and end; the rest is ignored.</param>
    public OracleTrial(NetworkDescription network, TrialInput input, EngineOptions options)
    {
        _network = network;
        _timeStep = options.TimeStep;
        _clock = new RunningClock(_timeStep);
        StepCount = RunningClock.StepCount(options.StopTime, _timeStep);
        var mechanisms = new MechanismSet(network.Celsius);
        _cells = [.. network.Populations.SelectMany(population => NewCells(population, mechanisms))];
        _isAboveThreshold = new bool[_cells.Length];
        _contacts = Wiring.Connect(network, _cells);
        foreach (var clamp in network.Clamps)
            Attach(clamp);
        SendDriveSpikes(input, RunningClock.Times(options.StopTime, _timeStep)[^1]);
        _queue.DeliverUntil(0);
        foreach (var cell in _cells)
            cell.EvaluateCurrents();
    }

    /// <summary>Number of steps to the end.</summary>
    public int StepCount { get; }

    /// <summary>Present time in ms, with the clock's rounding.</summary>
    public double Time => _clock.Time;

    /// <summary>All cells. Shape: [gid].</summary>
    public IReadOnlyList<OracleCell> Cells => _cells;

    /// <summary>Spikes so far of cells, and all of drive cells, in no particular order.</summary>
    public IReadOnlyList<Spike> Spikes => _spikes;

    /// <summary>One time step, in the order of section 2; <paramref name="sample"/> is its step 11.</summary>
    /// <param name="sample">Reads off what belongs to the new time, before the events due at that time are delivered.</param>
    public void Step(Action? sample = null)
    {
        CheckThresholds();
        _queue.DeliverUntil(_clock.HalfStepLater);
        _clock.AdvanceHalfStep();
        foreach (var cell in _cells)
            cell.AdvanceVoltages(_clock.Time, _timeStep);
        _clock.AdvanceHalfStep();
        foreach (var cell in _cells)
            cell.AdvanceStates(_timeStep);
        sample?.Invoke();
        _queue.DeliverUntil(_clock.Time);
    }

    private static IEnumerable<OracleCell> NewCells(Population population, MechanismSet mechanisms)
    {
        var tree = new CellTree(population.Cell);
        return Enumerable.Range(0, population.Count).Select(_ => new OracleCell(tree, mechanisms));
    }

    private void Attach(CurrentClamp clamp)
    {
        var population = _network.Populations.Single(candidate => candidate.Name == clamp.Population);
        foreach (var cell in _cells.AsSpan(population.FirstGid, population.Count))
            cell.Attach(new ElectrodeCurrent(cell.Tree.NodeAt(clamp.Section, 0.5), clamp));
    }

    // Section 4.3: a drive cell waits for the difference to its next spike, so the times pick up that rounding.
    private void SendDriveSpikes(TrialInput input, double lastTime)
    {
        foreach (var (index, times) in input.DriveSpikes.Index())
        {
            var gid = _cells.Length + index;
            double? previous = null;
            foreach (var given in times)
            {
                var time = previous is { } before ? before + (given - before) : given;
                previous = time;
                if (time <= lastTime)
                    Spike(gid, time);
            }
        }
    }

    // Step 1. A spike is an upward crossing; the cell must fall below its threshold before the next.
    private void CheckThresholds()
    {
        for (var gid = 0; gid < _cells.Length; gid++)
        {
            var isAbove = _cells[gid].VoltageAt("soma", 0.5) - _network.Thresholds[gid] > 0;
            if (isAbove && !_isAboveThreshold[gid])
                Spike(gid, _clock.Time + 1e-10);
            _isAboveThreshold[gid] = isAbove;
        }
    }

    private void Spike(int gid, double time)
    {
        _spikes.Add(new Spike(time, gid));
        foreach (var contact in _contacts[gid])
            _queue.SendSpike(contact, time);
    }
}
