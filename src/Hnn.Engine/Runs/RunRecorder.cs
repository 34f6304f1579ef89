using System.Collections.Immutable;
using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

// RunRecorder: gathers what the blocks recorded, window by window, and makes recordings of it. Of a run in parts, part 0 does;
// the others only note spikes and send the rest.
internal sealed class RunRecorder
{
    private readonly CompiledModel _model;
    private readonly BlockSet _blocks;
    private readonly WindowPacket _packet;
    private readonly DriveSpikes _drives;
    private readonly Clock _clock;
    private readonly int _windowLength;
    private readonly int _contacts;
    private readonly double[][][] _dipoles;
    private readonly double[][][] _potentials;
    private readonly double[][][] _probes;
    private readonly List<Spike>[] _spikes;
    private readonly Population[] _dipolePopulations;

    public RunRecorder(
        CompiledModel model, BlockSet blocks, DriveSpikes drives, int trials, ImmutableArray<Probe> probes, ICellExchange exchange, Clock clock, int windowLength)
    {
        (_model, _blocks, _drives, _clock, _windowLength) = (model, blocks, drives, clock, windowLength);
        _dipolePopulations = [.. model.Description.Populations.Where(population => population.ContributesToDipole)];
        _contacts = model.Description.ElectrodeArrays.Sum(array => array.Contacts.Length);
        var kept = exchange.Part == 0 ? trials : 0;
        _dipoles = Traces(kept, _dipolePopulations.Length);
        _potentials = Traces(kept, _contacts);
        _probes = Traces(kept, probes.Length);
        _spikes = [.. Enumerable.Range(0, trials).Select(_ => new List<Spike>())];
        if (_contacts > 0)
            AttachElectrodes();
        var recorders =
            from trial in Enumerable.Range(0, trials)
            from probe in probes
            let cell = new CellId(trial, probe.Gid)
            select (cell, Attach(probe, cell));
        _packet = new WindowPacket(model, blocks, trials, recorders, _contacts, exchange, windowLength);
    }

    /// <summary>Notes a spike of a cell.</summary>
    public void Add(int trial, Spike spike) => _spikes[trial].Add(spike);

    /// <summary>Adds what a window recorded; together with the other parts of the run.</summary>
    /// <param name="firstSample">The window's first sample.</param>
    /// <param name="samples">How many it has.</param>
    public void Collect(int firstSample, int samples)
    {
        _packet.Gather(samples);
        if (!_packet.IsComplete)
            return;
        foreach (var group in _packet.Groups)
        {
            if (group.HasDipole)
                Add(_packet.Dipoles(group), 1, Window(_dipoles[group.Trial][Array.IndexOf(_dipolePopulations, group.Population)]));
            for (var contact = 0; contact < _contacts; contact++)
                Add(_packet.Potentials(group)[contact..], _contacts, Window(_potentials[group.Trial][contact]));
        }

        var probe = 0;
        foreach (var trace in _probes.SelectMany(trial => trial))
            _packet.Probe(probe++).CopyTo(Window(trace));

        Span<double> Window(double[] trace) => trace.AsSpan(firstSample, samples);
    }

    /// <summary>Number of bytes of all records of the whole run, spikes not counted.</summary>
    public long Size => sizeof(double) * new[] { _dipoles, _potentials, _probes }.Sum(traces => traces.Sum(trial => trial.Sum(trace => (long)trace.Length)));

    /// <summary>Copies what was recorded in the windows before one.</summary>
    public RecordedState Save(int window)
    {
        var samples = Math.Min(window * _windowLength, _clock.Steps) + 1;
        return new(Copy(_dipoles, samples), Copy(_potentials, samples), Copy(_probes, samples), [.. _spikes.Select(spikes => spikes.ToArray())]);
    }

    public void Restore(RecordedState state)
    {
        CopyTo(state.Dipoles, _dipoles);
        CopyTo(state.Potentials, _potentials);
        CopyTo(state.Probes, _probes);
        for (var trial = 0; trial < _spikes.Length; trial++)
        {
            _spikes[trial].Clear();
            _spikes[trial].AddRange(state.Spikes[trial]);
        }
    }

    /// <summary>Whether a state was saved from as many trials with as many probes.</summary>
    public bool Fits(RecordedState state) =>
        state.Probes.Select(trial => trial.Length).SequenceEqual(_probes.Select(trial => trial.Length));

    public ImmutableArray<Recording> Finish()
    {
        var driveSpikes = _drives.All.ToLookup(spike => spike.Trial, spike => new Spike(spike.Time, spike.Gid));
        return [.. Enumerable.Range(0, _spikes.Length).Select(trial => Finish(trial, driveSpikes[trial]))];
    }

    private Recording Finish(int trial, IEnumerable<Spike> driveSpikes)
    {
        var contact = 0;
        return new Recording
        {
            Times = [.. _clock.Times],
            Dipoles = _dipolePopulations.Select((population, i) => KeyValuePair.Create(population.Name, ImmutableArray.Create(_dipoles[trial][i])))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            Spikes = [.. _spikes[trial].Concat(driveSpikes).OrderBy(spike => spike.Time).ThenBy(spike => spike.Gid)],
            Probes = [.. _probes[trial].Select(samples => ImmutableArray.Create(samples))],
            Potentials = [.. _model.Description.ElectrodeArrays.Select(array =>
                array.Contacts.Select(_ => ImmutableArray.Create(_potentials[trial][contact++])).ToImmutableArray())],
        };
    }

    // Null if the cell is in another part of the run, or if there is nothing to record.
    private ProbeRecorder? Attach(Probe probe, CellId cell)
    {
        var (_, block, lane) = _blocks[cell];
        if (block is null)
            return null;
        var plan = block.Plan;
        var place = probe.Quantity == ProbeQuantity.SynapticCurrent
            ? Array.FindIndex(plan.Slots, slot => slot.Section == probe.Section && slot.Receptor == probe.Receptor)
            : plan.Sections[probe.Section].Middle;

        // A synapse that nothing reaches has no slot; its current is zero.
        if (place < 0)
            return null;
        var recorder = new ProbeRecorder(probe.Quantity, place, lane, new double[_windowLength]);
        block.Probes.Add(recorder);
        return recorder;
    }

    private void AttachElectrodes()
    {
        var network = _model.Description;
        foreach (var (_, block) in _blocks.All)
        {
            var plan = block.Plan;
            var transfer = block.Cells.Select(cell => FieldTransfer.Compute(plan, network.Positions[cell.Gid], network.ElectrodeArrays)).ToArray();
            block.Field = new FieldRecorder(transfer, plan.Areas, plan.Capacitances, _contacts, _windowLength);
        }
    }

    private static void Add(ReadOnlySpan<double> values, int stride, Span<double> sums)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += values[i * stride];
    }

    private double[][][] Traces(int trials, int count) =>
        [.. Enumerable.Range(0, trials).Select(_ => Enumerable.Range(0, count).Select(_ => new double[_clock.Steps + 1]).ToArray())];

    private static double[][][] Copy(double[][][] traces, int samples) =>
        [.. traces.Select(trial => trial.Select(trace => trace[..samples]).ToArray())];

    private static void CopyTo(double[][][] source, double[][][] target)
    {
        foreach (var (from, to) in source.SelectMany(trial => trial).Zip(target.SelectMany(trial => trial)))
        {
            from.CopyTo(to, 0);
            Array.Clear(to, from.Length, to.Length - from.Length);
        }
    }
}

// RecordedState: a copy of what was recorded so far.
internal sealed record RecordedState(double[][][] Dipoles, double[][][] Potentials, double[][][] Probes, Spike[][] Spikes)
{
    public RecordedState ForTrials(ImmutableArray<int> trials) => new(
        [.. trials.Select(trial => Dipoles[trial])],
        [.. trials.Select(trial => Potentials[trial])],
        [.. trials.Select(trial => Probes[trial])],
        [.. trials.Select(trial => Spikes[trial])]);
}
