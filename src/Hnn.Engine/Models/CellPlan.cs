using Hnn.Engine.Cells;
using Hnn.Engine.Kernels;

namespace Hnn.Engine.Models;

// CellPlan: a population's cell, compiled for one time step: its nodes in the order of elimination and what sits on them.
// Immutable; shared by all blocks, threads and trials.
internal sealed class CellPlan
{
    public required Population Population { get; init; }

    public required CableTree Tree { get; init; }

    /// <summary>Where each section's nodes are.</summary>
    public required IReadOnlyDictionary<string, SectionNodes> Sections { get; init; }

    /// <summary>Voltage each node starts with, in mV.</summary>
    public required double[] InitialVoltages { get; init; }

    /// <summary>Membrane area of each node in µm²; 0 for nodes without membrane.</summary>
    public required double[] Areas { get; init; }

    /// <summary>The density mechanisms, in the order in which their currents are added.</summary>
    public required IReadOnlyList<(Mechanisms.DensityMechanism Mechanism, KernelSites Sites)> Mechanisms { get; init; }

    /// <summary>Synapses that some projection reaches; a contact names one by its index.</summary>
    public required SynapseSlot[] Slots { get; init; }

    public required ClampSite[] Clamps { get; init; }

    /// <summary>Capacitance over the time step of each node in mA/cm²/mV.</summary>
    public required double[] Capacitances { get; init; }

    public int NodeCount => InitialVoltages.Length;

    /// <summary>The node at which a cell's spikes are detected.</summary>
    public int SomaNode => Sections[CellTemplate.Soma].Middle;

    /// <summary>Rough cost of a step, for sharing blocks out.</summary>
    public long Cost => Mechanisms.Sum(entry => (long)entry.Sites.Count) + NodeCount + Slots.Length;

    /// <summary>The name of the section a node belongs to.</summary>
    public string SectionOf(int node) =>
        Sections.FirstOrDefault(entry => node >= entry.Value.First && node <= entry.Value.End).Key ?? CellTemplate.Soma;
}

// SectionNodes: the first segment's node, the number of segments, and the node at the section's 1 end after them.
internal readonly record struct SectionNodes(int First, int Count)
{
    public int End => First + Count;

    /// <summary>The node of the segment in the section's middle.</summary>
    public int Middle => First + Count / 2;
}
