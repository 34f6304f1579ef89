using Hnn.Engine.Lanes;
using Hnn.Engine.Synapses;

namespace Hnn.Engine.Kernels;

// GabaBDestexheKernel: GABA-B receptors with a G-protein cascade; i = G⁴/(G⁴ + KD)(v - e).
// State: bound receptors with and without transmitter (Ron, Roff), summed weight of open pulses (synon), G-protein (G).
internal sealed unsafe class GabaBDestexheKernel<V>(SynapseSlot[] slots, double timeStep) : PulseSynapseKernel<V>(slots)
    where V : struct, ILanes<V>
{
    protected override int ValuesPerSlot => 4;

    public override double PulseDuration(SynapseSlot synapse) => Model(synapse).PulseDuration;

    public override double Current(SynapseSlot synapse, double* slot, double voltage) =>
        Conductance(Model(synapse), slot) * (voltage - Model(synapse).Reversal);

    public override void Advance(in BlockView block, double* state)
    {
        foreach (var synapse in Slots)
        {
            var model = Model(synapse);
            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                var place = synapse.Node * Block.Lanes + lane;
                var conductance = Conductance(model, state + lane) * synapse.PerArea;
                block.Conductance[place] += conductance;
                block.RightSide[place] += conductance * (model.Reversal - block.Voltage[place]);
                Relax(model, state + lane);
            }

            state += SlotLength;
        }
    }

    public override PulseState Begin(SynapseSlot synapse, double* slot, PulseState connection, double weight, double time)
    {
        var bound = weight * connection.Bound * Math.Exp(-Model(synapse).K2 * (time - connection.Since));
        slot[0] += bound;
        slot[Block.Lanes] -= bound;
        slot[2 * Block.Lanes] += weight;
        return new PulseState(connection.Spikes + 1, On: true, bound, time);
    }

    public override PulseState End(SynapseSlot synapse, double* slot, PulseState connection, int pulse, double weight, double time)
    {
        var model = Model(synapse);
        var rate = model.K1 * model.PeakTransmitter + model.K2;
        var limit = model.K1 * model.PeakTransmitter / rate;
        var bound = weight * (limit + (connection.Bound - limit) * Math.Exp(-(time - connection.Since) / (1 / rate)));
        slot[0] -= bound;
        slot[Block.Lanes] += bound;
        slot[2 * Block.Lanes] -= weight;
        return connection with { On = false, Bound = bound, Since = time };
    }

    private static GabaBDestexheSynapse Model(SynapseSlot synapse) => (GabaBDestexheSynapse)synapse.Model;

    private static double Conductance(GabaBDestexheSynapse model, double* slot)
    {
        var protein = slot[3 * Block.Lanes];
        if (protein >= 1e12)
            return 1;
        var fourth = protein * protein * protein * protein;
        return fourth / (fourth + model.KD);
    }

    // Backward Euler, as the reference solves these equations; they are linear.
    private void Relax(GabaBDestexheSynapse model, double* slot)
    {
        var (on, off, protein) = (slot[0], slot[Block.Lanes], slot[3 * Block.Lanes]);
        var binding = model.K1 * model.PeakTransmitter;
        on = (on + timeStep * slot[2 * Block.Lanes] * binding) / (1 + timeStep * (binding + model.K2));
        off /= 1 + timeStep * model.K2;
        slot[0] = on;
        slot[Block.Lanes] = off;
        slot[3 * Block.Lanes] = (protein + timeStep * model.K3 * (on + off)) / (1 + timeStep * model.K4);
    }
}
