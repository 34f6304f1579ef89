using System.Collections.Immutable;
using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

/// <summary>A run in progress: some trials of a network, advanced window by window.</summary>
/// <remarks>
/// A window is as long as no cell's spike can reach another cell within it, so blocks of cells advance on their own and
/// spikes are exchanged between windows. Not safe for use by several threads at once; it uses threads itself.
/// </remarks>
public sealed class Simulation
{
    // Longer windows gain nothing and make progress and cancellation coarse.
    private const int LongestWindow = 100;

    private readonly CompiledModel _model;
    private readonly Clock _clock;
    private readonly int _windowLength;
    private readonly WindowRunner _runner;
    private readonly ICellExchange _exchange;
    private readonly BlockSet _blocks;
    private readonly DriveSpikes _drives;
    private readonly RunRecorder _recorder;
    private int _window;

    /// <summary>Prepares a run at t = 0.</summary>
    /// <param name="model">The compiled network.</param>
    /// <param name="trials">The trials, independent of each other.</param>
    /// <param name="options">Step (that of the model), end and use of the machine.</param>
    /// <param name="probes">What to record besides dipoles, spikes and electrode potentials.</param>
    /// <param name="exchange">
    /// Where the parts of the run meet, which simulate a share of the cells each, and are all given the same model, trial, options and probes;
    /// null: all cells are simulated here.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The options do not fit the model, a trial lacks drive cells, a probe names what is not there, or a run in parts has more than one trial.
    /// </exception>
    public Simulation(
        CompiledModel model,
        ImmutableArray<TrialInput> trials,
        EngineOptions options,
        ImmutableArray<Probe> probes,
        ICellExchange? exchange = null)
    {
        RunChecks.Check(model, trials, options, probes);
        _model = model;
        _exchange = exchange ?? new WholeRun();
        RunChecks.Check(_exchange, trials.Length);
        _clock = new Clock(options.TimeStep, options.StopTime);
        _windowLength = WindowLengthFor(model.Contacts.ShortestDelay, options.TimeStep, _clock.Steps);
        var steppers = model.Plans.Select(plan => CellStepper.Create(plan, _clock, _windowLength, options));
        _blocks = new BlockSet(model, [.. steppers], trials, _exchange, WindowCount, _windowLength);
        _drives = new DriveSpikes(model, trials, _clock);
        _recorder = new RunRecorder(model, _blocks, _drives, trials.Length, probes, _exchange, _clock, _windowLength);
        _runner = new WindowRunner(_blocks, options.Threads);
        foreach (var (stepper, block) in _blocks.All)
            stepper.Initialize(block);
        Exchange(fault: null);
        _recorder.Collect(firstSample: 0, samples: 1);
    }

    /// <summary>Number of windows of the run.</summary>
    public int WindowCount => (_clock.Steps + _windowLength - 1) / _windowLength;

    /// <summary>Simulated time so far in ms, at a window's end.</summary>
    public double Time => _clock.Times[Math.Min(_window * _windowLength, _clock.Steps)];

    /// <summary>Memory in bytes that the records of the whole run take, without spikes.</summary>
    public long RecordSize => _recorder.Size;

    /// <summary>Whether the end is reached.</summary>
    public bool IsFinished => _window == WindowCount;

    /// <summary>Number of windows from the start in which no spike of a drive cell at or after a time is sent.</summary>
    /// <param name="time">A time in ms.</param>
    public int WindowsBefore(double time)
    {
        var windows = 0;
        while (windows < WindowCount && _clock.Middles[LastStepOf(windows)] < time)
            windows++;
        return windows;
    }

    /// <summary>Advances all cells by one window and exchanges their spikes; together with the other parts of the run.</summary>
    /// <exception cref="InvalidOperationException">The run is finished.</exception>
    /// <exception cref="SimulationDivergedException">A voltage is no longer a finite number; the same in all parts of the run.</exception>
    public void AdvanceWindow()
    {
        if (IsFinished)
            throw new InvalidOperationException("The run is finished; start another one, or restore an earlier state.");
        foreach (var (time, trial, gid) in _drives.TakeUntil(_clock.Middles[LastStepOf(_window)]))
            _blocks.Send(trial, gid, time, _clock);
        Exchange(_runner.Advance(_window));
        var firstStep = _window * _windowLength;
        _recorder.Collect(firstStep + 1, LastStepOf(_window) - firstStep + 1);
        _window++;
    }

    /// <summary>Copies everything that determines how the run goes on, and what it has recorded so far.</summary>
    /// <exception cref="InvalidOperationException">The run is in parts.</exception>
    public SimulationState Save()
    {
        RequireWhole();
        return new(_model, _window, _windowLength, _clock.Steps, _blocks.Save(), _recorder.Save(_window), _drives.Until);
    }

    /// <summary>Goes back (or on) to a saved state; the run then continues bit for bit as the one it was saved from.</summary>
    /// <param name="state">
    /// A state of a run of this model or an alike one, with as many trials, the same probes and the same end. If the run it comes from had the same
    /// drive spikes up to then, sent through the same contacts, this run goes on as if it had come here by itself.
    /// </param>
    /// <exception cref="ArgumentException">The state is of another run.</exception>
    /// <exception cref="InvalidOperationException">The run is in parts.</exception>
    public void Restore(SimulationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        RequireWhole();
        if (!state.Model.IsAlike(_model) || state.WindowLength != _windowLength || state.Steps != _clock.Steps || !_recorder.Fits(state.Recorded))
        {
            throw new ArgumentException(
                "The state was saved from a run of another model or length, or with other trials or probes. Restore it in a run made like the one it was saved from.",
                nameof(state));
        }

        _window = state.Window;
        _blocks.Restore(state.Blocks);
        _recorder.Restore(state.Recorded);
        _drives.Rewind(state.DrivesUntil);
    }

    /// <summary>What was recorded, one recording per trial; of a run in parts, part 0 has it.</summary>
    /// <exception cref="InvalidOperationException">The end is not reached yet, or this is another part of the run than part 0.</exception>
    public ImmutableArray<Recording> Finish()
    {
        if (_exchange.Part != 0)
            throw new InvalidOperationException($"This is part {_exchange.Part} of the run; part 0 gathers the records. Finish the run there.");
        return IsFinished
            ? _recorder.Finish()
            : throw new InvalidOperationException($"The run is at {Time} ms of {_clock.Times[^1]} ms. Advance it to its end first.");
    }

    // As many steps as fit into the shortest delay between cells; one where that is less than a step.
    private static int WindowLengthFor(double shortestDelay, double timeStep, int steps) =>
        (int)Math.Clamp(shortestDelay / timeStep + 1e-9, 1, Math.Min(steps, LongestWindow));

    private int LastStepOf(int window) => Math.Min((window + 1) * _windowLength, _clock.Steps) - 1;

    private void RequireWhole()
    {
        if (_exchange.Parts > 1)
        {
            throw new InvalidOperationException(
                $"The cells of this run are in {_exchange.Parts} parts, so no part can save or restore its state. Run it in one process for that.");
        }
    }

    private SimulationDivergedException Diverged(CellFault fault)
    {
        var plan = _model.PlanOf(fault.Gid)!;
        return new(_clock.Times[fault.Sample], fault.Trial, fault.Gid, plan.Population.Name, plan.SectionOf(fault.Node));
    }

    private void Exchange(CellFault? fault)
    {
        var (spikes, faults) = _exchange.Exchange(_blocks.TakeSpikes(), fault);
        if (faults.Count > 0)
            throw Diverged(faults.MinBy(fault => fault.Order));
        foreach (var spike in spikes.OrderBy(spike => spike.Trial).ThenBy(spike => spike.Sample).ThenBy(spike => spike.Gid))
        {
            var time = _clock.SpikeTime(spike.Sample);
            _recorder.Add(spike.Trial, new Spike(time, spike.Gid));
            _blocks.Send(spike.Trial, spike.Gid, time, _clock);
        }
    }
}
