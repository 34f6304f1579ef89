using System.Collections.Immutable;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Testing.Oracle;

/// <summary>Collects the samples of a trial (section 2, steps 8, 10 and 11).</summary>
internal sealed class Recorder
{
    private readonly OracleTrial _trial;
    private readonly List<double> _times = [];
    private readonly ImmutableArray<(Population Population, DipoleMeter Meter, List<double> Samples)> _dipoles;
    private readonly ImmutableArray<(Func<double> Read, List<double> Samples)> _probes;
    private readonly ImmutableArray<(FieldProbe Field, ImmutableArray<List<double>> Contacts)> _arrays;

    public Recorder(NetworkDescription network, OracleTrial trial, ImmutableArray<Probe> probes)
    {
        _trial = trial;
        _dipoles = [.. network.Populations.Where(population => population.ContributesToDipole)
            .Select(population => (population, new DipoleMeter(new CellTree(population.Cell)), new List<double>()))];
        _probes = [.. probes.Select(probe => (Reader(probe), new List<double>()))];
        var trees = trial.Cells.Select(cell => cell.Tree).ToArray();
        _arrays = [.. network.ElectrodeArrays.Select(array => (
            new FieldProbe(array, trees, network.Positions),
            array.Contacts.Select(_ => new List<double>()).ToImmutableArray()))];
    }

    /// <summary>The sample at time 0: dipole and potentials are 0 there (sections 3, 8).</summary>
    public void SampleAtRest()
    {
        SampleProbes();
        foreach (var (_, _, samples) in _dipoles)
            samples.Add(0);
        foreach (var samples in _arrays.SelectMany(array => array.Contacts))
            samples.Add(0);
    }

    /// <summary>The sample at the end of a step.</summary>
    public void Sample()
    {
        SampleProbes();
        foreach (var (population, meter, samples) in _dipoles)
            samples.Add(_trial.Cells.Skip(population.FirstGid).Take(population.Count).Sum(cell => meter.Moment(cell.Voltages)));
        foreach (var (field, contacts) in _arrays)
        {
            for (var c = 0; c < contacts.Length; c++)
                contacts[c].Add(field.Potential(c, _trial.Cells));
        }
    }

    public Recording ToRecording() => new()
    {
        Times = [.. _times],
        Dipoles = _dipoles.ToImmutableSortedDictionary(
            dipole => dipole.Population.Name, dipole => dipole.Samples.ToImmutableArray(), StringComparer.Ordinal),
        Spikes = [.. _trial.Spikes.OrderBy(spike => spike.Time).ThenBy(spike => spike.Gid)],
        Probes = [.. _probes.Select(probe => probe.Samples.ToImmutableArray())],
        Potentials = [.. _arrays.Select(array => array.Contacts.Select(samples => samples.ToImmutableArray()).ToImmutableArray())],
    };

    private void SampleProbes()
    {
        _times.Add(_trial.Time);
        foreach (var (read, samples) in _probes)
            samples.Add(read());
    }

    private Func<double> Reader(Probe probe)
    {
        var cell = _trial.Cells[probe.Gid];
        var segment = cell.SegmentAt(probe.Section, 0.5);
        return probe.Quantity switch
        {
            ProbeQuantity.Voltage => () => cell.VoltageAt(probe.Section, 0.5),
            ProbeQuantity.Calcium => () => segment.Calcium.Concentration,
            ProbeQuantity.SynapticCurrent => CurrentOf(segment.Synapses[probe.Receptor!]),
            _ => throw new NotSupportedException($"The oracle records no {probe.Quantity}."),
        };
    }

    private static Func<double> CurrentOf(SynapticCurrent synapse) => () => synapse.Observe("i");
}
