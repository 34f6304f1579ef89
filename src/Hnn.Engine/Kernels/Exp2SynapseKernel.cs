using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;
using Hnn.Engine.Synapses;

namespace Hnn.Engine.Kernels;

// Exp2SynapseKernel: i = (B - A)(v - e); a spike adds its weight to A and B, which decay with the two time constants.
// State: A, B in µS.
internal sealed unsafe class Exp2SynapseKernel<V>(SynapseSlot[] slots, double timeStep) : SynapseKernel<V>(slots)
    where V : struct, ILanes<V>
{
    // Conductances this small act as zero; left to decay they would become denormal and slow.
    private const double Negligible = 1e-290;

    private readonly NativeBuffer _constants = new(slots.SelectMany(slot => Constants(slot, timeStep)).ToArray());

    protected override int ValuesPerSlot => 2;

    public override double Current(SynapseSlot synapse, double* slot, double voltage) =>
        (slot[Block.Lanes] - slot[0]) * (voltage - ((Exp2Synapse)synapse.Model).Reversal);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Advance(in BlockView block, double* state)
    {
        var constants = _constants.Pointer;
        foreach (var slot in Slots)
        {
            var (perArea, reversal) = (V.All(constants[0]), V.All(constants[1]));
            var (keepA, keepB) = (V.All(constants[2]), V.All(constants[3]));
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                var place = (nint)slot.Node * Block.Lanes + lane;
                var (a, b) = (V.Load(state + lane), V.Load(state + Block.Lanes + lane));
                var g = (b - a) * perArea;
                var current = g * (reversal - V.Load(block.Voltage + place));
                V.Store(block.Conductance + place, V.Load(block.Conductance + place) + g);
                V.Store(block.RightSide + place, V.Load(block.RightSide + place) + current);
                V.Store(state + lane, V.Fma(keepA, a, a));
                V.Store(state + Block.Lanes + lane, V.Fma(keepB, b, b));
            }

            constants += 4;
            state += 2 * Block.Lanes;
        }
    }

    /// <summary>Sets conductances that have all but vanished to zero; called once per window.</summary>
    public void Settle(double* state)
    {
        for (var i = 0; i < StateLength; i++)
        {
            if (Math.Abs(state[i]) < Negligible)
                state[i] = 0;
        }
    }

    private static double[] Constants(SynapseSlot slot, double timeStep)
    {
        var model = (Exp2Synapse)slot.Model;
        return
        [
            slot.PerArea,
            model.Reversal,
            -(1 - Math.Exp(-timeStep / model.EffectiveRiseTime)),
            -(1 - Math.Exp(-timeStep / model.DecayTime)),
        ];
    }
}
