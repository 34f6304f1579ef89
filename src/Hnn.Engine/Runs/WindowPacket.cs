using Hnn.Engine.Kernels;
using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

// WindowPacket: what the cells of a run recorded in a window, brought together in part 0. The packet of one part holds
//   for each of its groups of cells, in order: the sum of their dipoles, [sample], if their population contributes to one;
//     then the sum of their potentials, [sample][contact], if there are electrodes;
//   then for each probe at its cells, in the order of trials, then probes: [sample].
// Part 0 has the packets of all parts one after the other. A column is one value per sample of the window.
//
// A group is eight cells of a trial and a population: those with the same (gid - first gid) / 8. Its cells are added in
// the order of gids to 0, and the groups in their order to each other. So sums have the same bits whichever thread, lane
// or part a group is in.
internal sealed unsafe class WindowPacket
{
    private const int Lanes = Block.Lanes;

    private readonly ICellExchange _exchange;
    private readonly int _contacts;
    private readonly List<LanesOfGroup> _lanes = [];
    private readonly List<PacketProbe> _probes = [];
    private readonly int[] _columns;
    private readonly int[] _starts;
    private readonly int[] _lengths;
    private readonly double[] _own;
    private readonly double[] _all;
    private int _samples;

    /// <summary>Lays the packets out.</summary>
    /// <param name="model">The network.</param>
    /// <param name="blocks">Where its cells are.</param>
    /// <param name="trials">Number of trials.</param>
    /// <param name="probes">Cells with a probe, and what records it if that is here, in the order of trials, then probes.</param>
    /// <param name="contacts">Number of contacts of all electrode arrays.</param>
    /// <param name="exchange">Where the parts meet.</param>
    /// <param name="windowLength">Largest number of samples of a window.</param>
    public WindowPacket(
        CompiledModel model,
        BlockSet blocks,
        int trials,
        IEnumerable<(CellId Cell, ProbeRecorder? Recorder)> probes,
        int contacts,
        ICellExchange exchange,
        int windowLength)
    {
        (_contacts, _exchange) = (contacts, exchange);
        _columns = new int[exchange.Parts];
        foreach (var plan in model.Plans)
        {
            for (var trial = 0; trial < trials; trial++)
            {
                foreach (var gids in Enumerable.Range(plan.Population.FirstGid, plan.Population.Count).Chunk(Lanes))
                    AddGroup(plan.Population, trial, [.. gids.Select(gid => blocks[new CellId(trial, gid)])]);
            }
        }

        foreach (var (cell, recorder) in probes)
            _probes.Add(new PacketProbe(blocks[cell].Part, TakeColumns(blocks[cell].Part, 1), recorder));
        _starts = new int[exchange.Parts];
        _lengths = new int[exchange.Parts];
        for (var part = 1; part < exchange.Parts; part++)
            _starts[part] = _starts[part - 1] + _columns[part - 1];
        _own = new double[_columns[exchange.Part] * windowLength];
        _all = new double[IsComplete ? _columns.Sum() * windowLength : 0];
    }

    /// <summary>The groups of all parts, in the order in which they are added up.</summary>
    public List<PacketGroup> Groups { get; } = [];

    /// <summary>Whether this is part 0, where the records of all parts are.</summary>
    public bool IsComplete => _exchange.Part == 0;

    /// <summary>Brings a window's records together.</summary>
    /// <param name="samples">Number of samples of the window.</param>
    public void Gather(int samples)
    {
        _samples = samples;
        for (var part = 0; part < _lengths.Length; part++)
            _lengths[part] = _columns[part] * samples;
        var own = _own.AsSpan(0, _lengths[_exchange.Part]);
        own.Clear();
        foreach (var (block, first, end, group) in _lanes)
        {
            if (group.HasDipole)
                AddLanes(block.Dipoles, first, end, own.Slice(group.DipoleColumn * samples, samples));
            if (_contacts > 0)
                AddLanes(block.Field!.Potentials, first, end, own.Slice(group.PotentialColumn * samples, _contacts * samples));
        }

        foreach (var probe in _probes)
            probe.Recorder?.Samples.AsSpan(0, samples).CopyTo(own.Slice(probe.Column * samples, samples));
        _exchange.Gather(own, _lengths, IsComplete ? _all.AsSpan(0, _lengths.Sum()) : []);
    }

    /// <summary>Dipoles in fAm of a group that has them, in part 0. Shape: [sample].</summary>
    public ReadOnlySpan<double> Dipoles(PacketGroup group) => Columns(group.Part, group.DipoleColumn, 1);

    /// <summary>Potentials in µV due to a group, in part 0. Shape: [sample][contact].</summary>
    public ReadOnlySpan<double> Potentials(PacketGroup group) => Columns(group.Part, group.PotentialColumn, _contacts);

    /// <summary>What a probe recorded, in part 0. Shape: [sample].</summary>
    /// <param name="probe">Its index, over trials, then probes.</param>
    public ReadOnlySpan<double> Probe(int probe) => Columns(_probes[probe].Part, _probes[probe].Column, 1);

    private ReadOnlySpan<double> Columns(int part, int column, int count) =>
        _all.AsSpan((_starts[part] + column) * _samples, count * _samples);

    // Adds the cells in some lanes of a block to their group.
    private static void AddLanes(double* values, int first, int end, Span<double> sums)
    {
        for (var i = 0; i < sums.Length; i++, values += Lanes)
        {
            var sum = sums[i];
            for (var lane = first; lane < end; lane++)
                sum += values[lane];
            sums[i] = sum;
        }
    }

    private void AddGroup(Population population, int trial, CellPlace[] cells)
    {
        var part = cells[0].Part;
        var dipole = TakeColumns(part, population.ContributesToDipole ? 1 : 0);
        var group = new PacketGroup(population, trial, part, dipole, TakeColumns(part, _contacts));
        Groups.Add(group);

        // In a run of several trials a block may begin in the midst of a group.
        foreach (var lanes in cells.Where(cell => cell.Block is not null).GroupBy(cell => cell.Block!, cell => cell.Lane))
            _lanes.Add(new LanesOfGroup(lanes.Key, lanes.Min(), lanes.Max() + 1, group));
    }

    private int TakeColumns(int part, int count)
    {
        _columns[part] += count;
        return _columns[part] - count;
    }

    // Cells of a group that are side by side in a block of this part.
    private readonly record struct LanesOfGroup(CellBlock Block, int First, int End, PacketGroup Group);

    private readonly record struct PacketProbe(int Part, int Column, ProbeRecorder? Recorder);
}

// PacketGroup: eight cells whose records are added, and where in the packet of their part the sums are.
internal sealed record PacketGroup(Population Population, int Trial, int Part, int DipoleColumn, int PotentialColumn)
{
    public bool HasDipole => Population.ContributesToDipole;
}
