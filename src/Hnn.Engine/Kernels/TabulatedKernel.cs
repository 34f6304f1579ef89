using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// TabulatedKernel: a channel whose gates' targets and time constants are functions of the voltage, from a table.
internal abstract unsafe class TabulatedKernel<V>(KernelSites sites, RateTable rates, int gates) : DensityKernel<V>(sites, gates)
    where V : struct, ILanes<V>
{
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

    /// <summary>The gates at rest at a voltage, in the order of the state.</summary>
    protected abstract void InitialGates(double voltage, Span<double> gates);

    /// <summary>Where a voltage stands in the table, in rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static V Position(V voltage, RateTable table) =>
        V.Clamp((voltage - V.All(table.Low)) * V.All(table.PerMillivolt), V.All(table.Top));
}
