using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// TabulatedKernel: a channel whose gates' targets and time constants are functions of the voltage, from a table.
// A few nodes at a time, all their rates are looked up, then all their gates are advanced, then all their currents added:
// each of these loops has short chains of operations, so that a processor has several nodes under way at once.
internal abstract unsafe class TabulatedKernel<V>(KernelSites sites, RateTable rates, int gates, int halvings)
    : DensityKernel<V>(sites, gates, halvings)
    where V : struct, ILanes<V>
{
    // So many nodes' rates stay in the first cache.
    private const int NodesAtOnce = 8;

    private readonly int _gates = gates;

    protected RateTable Rates { get; } = rates;

    public override void Initialize(in BlockView block, double* state)
    {
        Span<double> gates = stackalloc double[_gates];
        for (var site = 0; site < Nodes.Length; site++)
        {
            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                InitialGates(block.Voltage[Nodes[site] * Block.Lanes + lane], gates);
                for (var gate = 0; gate < gates.Length; gate++)
                    state[(site * gates.Length + gate) * Block.Lanes + lane] = gates[gate];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public sealed override void Advance(in BlockView block, double* state)
    {
        var memory = stackalloc double[NodesAtOnce * 2 * 3 * Block.Lanes + Block.Lanes];
        var rates = (double*)(((nint)memory + 63) & ~63);
        for (var first = 0; first < Nodes.Length; first += NodesAtOnce)
        {
            var count = Math.Min(NodesAtOnce, Nodes.Length - first);
            Rates.Read<V>(block.Voltage, Nodes.AsSpan(first, count), rates);
            AdvanceGates(block.Lag, count, rates, state + first * _gates * Block.Lanes);
            AddCurrents(block, first, count, state + first * _gates * Block.Lanes);
        }
    }

    /// <summary>Brings the gates of some sites to the time of the voltage at which their rates were looked up.</summary>
    protected abstract void AdvanceGates(double lag, int count, double* rates, double* state);

    /// <summary>Adds the currents of some sites through their gates.</summary>
    protected abstract void AddCurrents(in BlockView block, int first, int count, double* state);

    /// <summary>Brings a gate nearer to its target by a fraction of the distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Approach(double* gate, V target, V fraction)
    {
        var old = V.Load(gate);
        V.Store(gate, V.Fma(fraction, target - old, old));
    }

    /// <summary>The gates at rest at a voltage, in the order of the state.</summary>
    protected abstract void InitialGates(double voltage, Span<double> gates);
}
