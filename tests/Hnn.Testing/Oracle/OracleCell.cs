using System.Collections.Immutable;
using Hnn.Engine.Synapses;

namespace Hnn.Testing.Oracle;

/// <summary>One cell during a trial: voltages, currents and states of all nodes, and the parts of a step (section 2).</summary>
public sealed class OracleCell
{
    // Section 2.1. Point processes stand between the channels as the reference happens to sort them.
    private static readonly ImmutableArray<string> ChannelsBeforeGabaB = ["ar", "ca", "cat"];
    private static readonly ImmutableArray<string> ChannelsAfterGabaB = ["hh2", "kca", "km"];

    private readonly CellSegment?[] _segments;
    private readonly List<ElectrodeCurrent> _electrodes = [];
    private readonly double[] _v, _rhs, _diagonal, _fromParent, _toParent, _membraneCurrent, _membraneSlope;

    internal OracleCell(CellTree tree, MechanismSet mechanisms)
    {
        Tree = tree;
        var nodes = tree.Nodes;
        _segments = [.. nodes.Select(node => node.Segment is { } j ? NewSegment(tree, node, j, mechanisms) : null)];
        _v = new double[nodes.Length];
        _rhs = new double[nodes.Length];
        _diagonal = new double[nodes.Length];
        _membraneCurrent = new double[nodes.Length];
        _membraneSlope = new double[nodes.Length];
        _toParent = [.. nodes.Select(node => node.Parent < 0 ? 0 : -100 * node.AxialConductance / nodes[node.Parent].Area)];
        _fromParent = [.. nodes.Select(node => -100 * node.AxialConductance / node.Area)];
        for (var i = 0; i < nodes.Length; i++)
        {
            _v[i] = tree.Cell[nodes[i].Section].InitialVoltage;
            _segments[i]?.Initialise(_v[i]);
        }
    }

    /// <summary>Layout of the nodes.</summary>
    public CellTree Tree { get; }

    /// <summary>Voltage of every node in mV.</summary>
    public ReadOnlySpan<double> Voltages => _v;

    /// <summary>Voltage in mV at a place along a section.</summary>
    public double VoltageAt(string section, double x) => _v[Tree.NodeAt(section, x)];

    /// <summary>The membrane at the place (0 &lt; x &lt; 1) along a section.</summary>
    public CellSegment SegmentAt(string section, double x) => _segments[Tree.NodeAt(section, x)]!;

    /// <summary>Current through the membrane of a node's segment in nA during the last step, outward positive; 0 at a section's end (section 8).</summary>
    public double TransmembraneCurrent(int node) => _segments[node] is { } segment
        ? (_membraneSlope[node] * _rhs[node] + _membraneCurrent[node]) * segment.Area * 0.01
        : 0;

    internal void Attach(ElectrodeCurrent electrode) => _electrodes.Add(electrode);

    /// <summary>Steps 4 to 7 with the voltages of the last sample, or only the currents at the very beginning.</summary>
    internal void EvaluateCurrents()
    {
        Array.Clear(_rhs);
        Array.Clear(_diagonal);
        for (var i = 0; i < _v.Length; i++)
        {
            if (_segments[i] is { } segment)
                (_membraneCurrent[i], _membraneSlope[i]) = segment.Evaluate(_v[i]);
        }
    }

    internal void AdvanceVoltages(double middleTime, double timeStep)
    {
        EvaluateCurrents();
        foreach (var electrode in _electrodes)
            _rhs[electrode.Node] += electrode.At(middleTime) * 100 / Tree.Nodes[electrode.Node].Area;
        for (var i = 0; i < _v.Length; i++)
        {
            _rhs[i] -= _membraneCurrent[i];
            if (_segments[i] is { } segment)
                _membraneSlope[i] += 0.001 / timeStep * segment.Capacitance;
            _diagonal[i] = _membraneSlope[i];
        }

        AddAxialCurrents();
        SolveForVoltageChange();
        for (var i = 0; i < _v.Length; i++)
            _v[i] += _rhs[i];
    }

    /// <summary>Step 9.</summary>
    internal void AdvanceStates(double timeStep)
    {
        for (var i = 0; i < _v.Length; i++)
            _segments[i]?.Advance(_v[i], timeStep);
    }

    // Step 6.
    private void AddAxialCurrents()
    {
        for (var i = 1; i < _v.Length; i++)
        {
            var parent = Tree.Nodes[i].Parent;
            var difference = _v[parent] - _v[i];
            _rhs[i] -= _fromParent[i] * difference;
            _rhs[parent] += _toParent[i] * difference;
            _diagonal[i] -= _fromParent[i];
            _diagonal[parent] -= _toParent[i];
        }
    }

    // Step 7: elimination from the tips to the root, substitution back. The solution replaces the right-hand side.
    private void SolveForVoltageChange()
    {
        for (var i = _v.Length - 1; i > 0; i--)
        {
            var parent = Tree.Nodes[i].Parent;
            var factor = _toParent[i] / _diagonal[i];
            _diagonal[parent] -= factor * _fromParent[i];
            _rhs[parent] -= factor * _rhs[i];
        }

        _rhs[0] /= _diagonal[0];
        for (var i = 1; i < _v.Length; i++)
            _rhs[i] = (_rhs[i] - _fromParent[i] * _rhs[Tree.Nodes[i].Parent]) / _diagonal[i];
    }

    private static CellSegment NewSegment(CellTree tree, CellNode node, int segment, MechanismSet mechanisms)
    {
        var section = tree.Cell[node.Section];
        var distance = tree.DistanceTo(section.Name) - section.Length / 2 + section.CentreOf(segment) * section.Length;
        var calcium = mechanisms.Calcium(section, distance, segment);
        var channels = ChannelsBeforeGabaB.Concat(ChannelsAfterGabaB)
            .Select(name => (Name: name, Current: mechanisms.Current(name, section, distance, segment, calcium)))
            .Where(channel => channel.Current is not null)
            .ToImmutableSortedDictionary(channel => channel.Name, channel => channel.Current!, StringComparer.Ordinal);
        var receptors = segment == section.SegmentCount / 2 ? section.Receptors : [];
        var synapses = receptors.ToImmutableSortedDictionary(
            receptor => receptor, receptor => NewSynapse(tree.Cell.Synapses[receptor], node.Area), StringComparer.Ordinal);
        var inOrder = receptors.Select(receptor => synapses[receptor]).ToArray();
        return new CellSegment(node.Area, section.Capacitance, calcium, channels, synapses,
        [
            .. inOrder.OfType<Exp2Current>(),
            .. inOrder.OfType<NmdaGaoCurrent>(),
            .. ChannelsBeforeGabaB.Where(channels.ContainsKey).Select(name => channels[name]),
            .. inOrder.OfType<GabaBDestexheCurrent>(),
            .. ChannelsAfterGabaB.Where(channels.ContainsKey).Select(name => channels[name]),
        ]);
    }

    private static SynapticCurrent NewSynapse(Synapse synapse, double area) => synapse switch
    {
        Exp2Synapse exp2 => new Exp2Current(exp2, area),
        NmdaGaoSynapse nmda => new NmdaGaoCurrent(nmda, area),
        GabaBDestexheSynapse gabaB => new GabaBDestexheCurrent(gabaB, area),
        _ => throw new NotSupportedException($"The oracle knows no synapse '{synapse.MechanismName}'."),
    };
}
