using Hnn.Engine.Synapses;

namespace Hnn.Engine.Kernels;

// SynapseSlot: a synapse of a cell plan that some connection reaches.
internal sealed record SynapseSlot(string Section, string Receptor, int Node, double Area, Synapse Model)
{
    /// <summary>From a current in nA to a density in mA/cm².</summary>
    public double PerArea => 100 / Area;
}
