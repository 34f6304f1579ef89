using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// SynapseKernel: all synapses of one model in a cell plan. Advance adds their currents, then brings their state to the
// end of the step: unlike a channel's gates, it does not depend on the voltage.
internal abstract unsafe class SynapseKernel<V>(SynapseSlot[] slots) : Kernel<V>
    where V : struct, ILanes<V>
{
    /// <summary>The synapses, in the order of their state.</summary>
    public SynapseSlot[] Slots { get; } = slots;

    /// <summary>Number of values per synapse and lane.</summary>
    protected abstract int ValuesPerSlot { get; }

    public override int StateLength => Slots.Length * SlotLength;

    /// <summary>Number of doubles of state of one synapse.</summary>
    public int SlotLength => ValuesPerSlot * Block.Lanes;

    /// <summary>The present current of a synapse in nA, as recorded, from its state at a lane.</summary>
    public abstract double Current(SynapseSlot synapse, double* slot, double voltage);
}
