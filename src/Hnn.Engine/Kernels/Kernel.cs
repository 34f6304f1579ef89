using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// Kernel: one mechanism or synapse model on all its nodes of one cell plan. Its constants are shared by all blocks;
// its state belongs to a block. Advance is called once per step and does three things in one pass over the state: it
// brings gates to the time of the present voltage, adds its conductances up and subtracts its currents from the right side.
internal abstract unsafe class Kernel<V>
    where V : struct, ILanes<V>
{
    /// <summary>Number of doubles of state a block keeps for this kernel; a multiple of the lanes.</summary>
    public virtual int StateLength => 0;

    /// <summary>Sets the state for the initial voltages.</summary>
    public virtual void Initialize(in BlockView block, double* state)
    {
    }

    public abstract void Advance(in BlockView block, double* state);
}
