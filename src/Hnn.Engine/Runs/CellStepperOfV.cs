using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;
using Hnn.Engine.Mechanisms;
using Hnn.Engine.Models;
using Hnn.Engine.Synapses;

namespace Hnn.Engine.Runs;

// CellStepper<V>: the loop over the steps of a window, for one width of vectors. A step is: events, injected currents,
// all kernels (gates brought to this time, currents added), elimination, new voltages, records, spikes.
// The order is that of numerics.md section 2, with the gates' update moved to the next step's pass over their state.
internal sealed unsafe class CellStepper<V> : CellStepper
    where V : struct, ILanes<V>
{
    private readonly CableSolver<V> _solver;
    private readonly Kernel<V>[] _clamps;
    private readonly Kernel<V>[] _membrane;
    private readonly SynapseKernel<V>?[] _slotKernels;
    private readonly int[] _stateOffsets;
    private readonly Exp2SynapseKernel<V>? _exponential;
    private readonly int _exponentialOffset;

    public CellStepper(CellPlan plan, Clock clock, int windowLength)
        : base(plan, clock, windowLength)
    {
        _solver = new CableSolver<V>(plan.Tree);
        _clamps = [.. plan.Clamps.Select(site => new ClampKernel<V>(site))];
        var synapses = SynapseKernels(plan.Slots, clock.TimeStep).ToArray();
        var channels = plan.Mechanisms.Where(entry => entry.Mechanism is not CalciumPool).Select(entry => entry.Mechanism.CreateKernel<V>(entry.Sites));
        var pools = plan.Mechanisms.Where(entry => entry.Mechanism is CalciumPool).Select(entry => entry.Mechanism.CreateKernel<V>(entry.Sites));

        // The pools come last: they need the sum of all calcium currents.
        _membrane = [.. synapses, .. channels, .. pools];
        _stateOffsets = new int[_membrane.Length];
        StateLength = NodeStateLength;
        for (var i = 0; i < _membrane.Length; i++)
        {
            _stateOffsets[i] = StateLength;
            StateLength += _membrane[i].StateLength;
        }

        _slotKernels = new SynapseKernel<V>?[plan.Slots.Length];
        foreach (var (kernel, offset) in synapses.Zip(_stateOffsets))
        {
            for (var i = 0; i < kernel.Slots.Length; i++)
            {
                var slot = Array.IndexOf(plan.Slots, kernel.Slots[i]);
                _slotKernels[slot] = kernel;
                SlotOffsets[slot] = offset + i * kernel.SlotLength;
            }

            if (kernel is Exp2SynapseKernel<V> exponential)
                (_exponential, _exponentialOffset) = (exponential, offset);
        }
    }

    public override int StateLength { get; }

    public override void Initialize(CellBlock block)
    {
        var view = View(block);
        for (var i = 0; i < Plan.NodeCount * Lanes; i++)
        {
            view.Voltage[i] = Plan.InitialVoltages[i / Lanes];
            view.Calcium[i] = CalciumPool.WithoutPool;
            view.CalciumReversal[i] = CalciumPool.ReversalWithoutPool;
        }

        // The pools first: other mechanisms start from their calcium.
        for (var i = _membrane.Length - 1; i >= 0; i--)
            _membrane[i].Initialize(view, block.State + _stateOffsets[i]);
        _solver.Initialize(view);
        foreach (var probe in block.Probes)
            probe.Samples[0] = probe.Quantity == ProbeQuantity.SynapticCurrent ? 0 : Value(block, view, probe);
        Detect(block, sample: 0);
    }

    public override CellFault? Advance(CellBlock block, int window)
    {
        var view = View(block);
        var first = window * WindowLength;
        var last = Math.Min(first + WindowLength, Clock.Steps);
        block.Events.Open(window);
        for (var step = first; step < last; step++)
        {
            Step(block, ref view, step, step - first);
            if (FindFault(block, step + 1) is { } fault)
                return fault;
            if (step + 1 < Clock.Steps)
                Detect(block, step + 1);
        }

        _exponential?.Settle(block.State + _exponentialOffset);
        return null;
    }

    private static IEnumerable<SynapseKernel<V>> SynapseKernels(SynapseSlot[] slots, double timeStep)
    {
        if (Of<Exp2Synapse>() is { Length: > 0 } exponential)
            yield return new Exp2SynapseKernel<V>(exponential, timeStep);
        if (Of<NmdaGaoSynapse>() is { Length: > 0 } nmda)
            yield return new NmdaGaoKernel<V>(nmda, timeStep);
        if (Of<GabaBDestexheSynapse>() is { Length: > 0 } gabaB)
            yield return new GabaBDestexheKernel<V>(gabaB, timeStep);

        SynapseSlot[] Of<T>() => [.. slots.Where(slot => slot.Model is T)];
    }

    private void Step(CellBlock block, ref BlockView view, int step, int stepInWindow)
    {
        view.MidTime = Clock.Middles[step];
        view.Lag = step == 0 ? 0 : 1;
        Deliver(block, stepInWindow, view.MidTime);
        Record(block, view, stepInWindow, ofCurrents: true);
        foreach (var clamp in _clamps)
            clamp.Advance(view, null);
        block.Field?.BeforeMembrane(view);
        for (var i = 0; i < _membrane.Length; i++)
            _membrane[i].Advance(view, block.State + _stateOffsets[i]);
        block.Field?.AfterMembrane(view);
        Rounding?.Apply(view, Plan.NodeCount);
        _solver.Up(view, Pivots(block));
        _solver.Down(view, Pivots(block), Changes(block), block.Dipoles + stepInWindow * Lanes);
        block.Field?.AfterStep<V>(Changes(block), stepInWindow);
        Record(block, view, stepInWindow, ofCurrents: false);
    }

    private void Deliver(CellBlock block, int stepInWindow, double bound)
    {
        foreach (ref readonly var item in block.Events.At(stepInWindow))
        {
            var state = block.State + SlotOffsets[item.Slot] + item.Lane;
            state[0] += item.Weight;
            state[Lanes] += item.Weight;
        }

        while (block.Pulses.TryTake(bound, out var pulse))
        {
            var (synapse, kernel) = (Plan.Slots[pulse.Slot], (PulseSynapseKernel<V>)_slotKernels[pulse.Slot]!);
            var state = block.State + SlotOffsets[pulse.Slot] + pulse.Lane;
            var connection = block.Pulses[pulse];
            if (pulse.Pulse == 0)
            {
                connection = kernel.Begin(synapse, state, connection, pulse.Weight, pulse.Time);
                block.Pulses.Add(
                    pulse.Time + kernel.PulseDuration(synapse), pulse.Connection, pulse.Slot, pulse.Lane, pulse.Weight, connection.Spikes);
            }
            else
            {
                connection = kernel.End(synapse, state, connection, pulse.Pulse, pulse.Weight, pulse.Time);
            }

            block.Pulses[pulse] = connection;
        }
    }

    private void Record(CellBlock block, in BlockView view, int stepInWindow, bool ofCurrents)
    {
        foreach (var probe in block.Probes)
        {
            if (ofCurrents == (probe.Quantity == ProbeQuantity.SynapticCurrent))
                probe.Samples[stepInWindow] = Value(block, view, probe);
        }
    }

    private double Value(CellBlock block, in BlockView view, ProbeRecorder probe) => probe.Quantity switch
    {
        ProbeQuantity.Voltage => view.Voltage[probe.Place * Lanes + probe.Lane],
        ProbeQuantity.Calcium => view.Calcium[probe.Place * Lanes + probe.Lane],
        _ => _slotKernels[probe.Place]!.Current(
            Plan.Slots[probe.Place],
            block.State + SlotOffsets[probe.Place] + probe.Lane,
            view.Voltage[Plan.Slots[probe.Place].Node * Lanes + probe.Lane]),
    };

    private CellFault? FindFault(CellBlock block, int sample)
    {
        var voltages = block.State + Plan.SomaNode * Lanes;
        for (var lane = 0; lane < block.Cells.Length; lane++)
        {
            if (!double.IsFinite(voltages[lane]))
                return Fault(block, lane, sample);
        }

        return null;
    }
}
