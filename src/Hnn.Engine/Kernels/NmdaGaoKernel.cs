using Hnn.Engine.Lanes;
using Hnn.Engine.Synapses;

namespace Hnn.Engine.Kernels;

// NmdaGaoKernel: NMDA receptors with pulses of transmitter and a tabulated magnesium block.
// State: bound receptors with and without transmitter (Ron, Roff), summed weight of open pulses (synon).
// The membrane receives 2.1 times the recorded current and the calcium pool 0.1 times, as in the reference.
internal sealed unsafe class NmdaGaoKernel<V>(SynapseSlot[] slots, double timeStep) : PulseSynapseKernel<V>(slots)
    where V : struct, ILanes<V>
{
    // Step for the numerical derivative of the current, in mV; as in the reference. The solver rounds it as the reference does.
    private const double Probe = 0.001;

    private readonly RateTable[] _unblocked = [.. slots.Select(slot => Unblocked((NmdaGaoSynapse)slot.Model))];

    protected override int ValuesPerSlot => 3;

    public override double PulseDuration(SynapseSlot synapse) => Model(synapse).PulseDuration;

    public override double Current(SynapseSlot synapse, double* slot, double voltage) =>
        Current(Model(synapse), _unblocked[Array.IndexOf(Slots, synapse)], slot, voltage);

    public override void Advance(in BlockView block, double* state)
    {
        for (var index = 0; index < Slots.Length; index++, state += SlotLength)
        {
            var (synapse, table) = (Slots[index], _unblocked[index]);
            var model = Model(synapse);
            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                var place = synapse.Node * Block.Lanes + lane;
                var v = block.Voltage[place];
                var current = Current(model, table, state + lane, v);
                var charge = Charge(current);
                block.Conductance[place] += (Charge(Current(model, table, state + lane, v + Probe)) - charge) / (v + Probe - v) * synapse.PerArea;
                block.RightSide[place] -= charge * synapse.PerArea;
                block.CalciumCurrent[place] += current / 10 * synapse.PerArea;
                Relax(model, state + lane);
            }
        }
    }

    public override PulseState Begin(SynapseSlot synapse, double* slot, PulseState connection, double weight, double time)
    {
        if (connection.On)
            return connection with { Spikes = connection.Spikes + 1 };
        var bound = connection.Bound * Math.Exp(-Model(synapse).UnbindingRate * (time - connection.Since));
        slot[0] += bound;
        slot[Block.Lanes] -= bound;
        slot[2 * Block.Lanes] += weight;
        return new PulseState(connection.Spikes + 1, On: true, bound, time);
    }

    public override PulseState End(SynapseSlot synapse, double* slot, PulseState connection, int pulse, double weight, double time)
    {
        if (pulse != connection.Spikes)
            return connection;
        var model = Model(synapse);
        var limit = weight * BoundAtRest(model);
        var bound = limit + (connection.Bound - limit) * Math.Exp(-(time - connection.Since) / TimeConstant(model));
        slot[0] -= bound;
        slot[Block.Lanes] += bound;
        slot[2 * Block.Lanes] -= weight;
        return connection with { On = false, Bound = bound, Since = time };
    }

    private static NmdaGaoSynapse Model(SynapseSlot synapse) => (NmdaGaoSynapse)synapse.Model;

    private static RateTable Unblocked(NmdaGaoSynapse model) =>
        new(-140, 80, 1000, v => 1 / (1 + Math.Exp(0.072 * -v) * (model.Magnesium / 3.57)));

    private static double Current(NmdaGaoSynapse model, RateTable unblocked, double* slot, double voltage) =>
        (slot[0] + slot[Block.Lanes]) * model.ConductanceFactor * unblocked.At(voltage, 0) * (voltage - model.Reversal);

    private static double Charge(double current) => current / 10 + current + current;

    private static double BoundAtRest(NmdaGaoSynapse model) =>
        model.PeakTransmitter * model.BindingRate / (model.PeakTransmitter * model.BindingRate + model.UnbindingRate);

    private static double TimeConstant(NmdaGaoSynapse model) =>
        1 / (model.PeakTransmitter * model.BindingRate + model.UnbindingRate);

    private void Relax(NmdaGaoSynapse model, double* slot)
    {
        var target = slot[2 * Block.Lanes] * BoundAtRest(model);
        slot[0] += (1 - Math.Exp(-timeStep / TimeConstant(model))) * (target - slot[0]);
        slot[Block.Lanes] -= (1 - Math.Exp(-timeStep * model.UnbindingRate)) * slot[Block.Lanes];
    }
}
