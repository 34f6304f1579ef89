using System.Runtime.CompilerServices;
using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Mechanisms;

/// <summary>Inner calcium: filled by calcium currents, emptied with one time constant; sets E_Ca by Nernst.</summary>
/// <remarks>Source: <c>cad</c> of Jones et al. 2009 (Destexhe et al. 1993) and NEURON 8.2's Nernst equation, with the constants of these sources, which differ.</remarks>
public sealed class CalciumPool : DensityMechanism
{
    internal CalciumPool()
        : base(
            "cad",
            new MechanismParameter("taur", 200, "ms"))
    {
    }

    /// <summary>Calcium concentration at rest, in mM.</summary>
    internal const double Rest = 1e-4;

    /// <summary>Calcium concentration where there is no pool, in mM.</summary>
    internal const double WithoutPool = 5e-5;

    /// <summary>E_Ca where there is no pool, in mV.</summary>
    internal const double ReversalWithoutPool = 132.4579341637009;

    private const double Faraday = 96485.3;

    private const double Depth = 0.1;

    private const double OuterCalcium = 2.0;

    internal override Kernel<V> CreateKernel<V>(KernelSites sites) => new CalciumPoolKernel<V>(sites);

    /// <summary>RT/2F in mV, with the constants of NEURON's Nernst equation.</summary>
    internal static double NernstFactor(double celsius) => 1000 * 8.3134 * (celsius + 273.15) / 96485.309 / 2;

    // Runs after all currents of a step, because it needs their sum; so calcium, unlike the gates, never lags.
    private sealed unsafe class CalciumPoolKernel<V>(KernelSites sites) : Kernel<V>
        where V : struct, ILanes<V>
    {
        private readonly NativeBuffer _constants = sites.Constants(
            site => 1 - Math.Exp(-sites.TimeStep / sites["taur"][site]),
            site => sites["taur"][site],
            site => Rest / sites["taur"][site]);

        private readonly double _nernst = NernstFactor(sites.Celsius);

        public override void Initialize(in BlockView block, double* state)
        {
            var reversal = Reversal(Lanes1.All(Rest)).Value;
            foreach (var node in sites.Nodes)
            {
                new Span<double>(block.Calcium + node * Block.Lanes, Block.Lanes).Fill(Rest);
                new Span<double>(block.CalciumReversal + node * Block.Lanes, Block.Lanes).Fill(reversal);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Advance(in BlockView block, double* state)
        {
            var constants = _constants.Pointer;
            var factor = V.All(-10000 / (2 * Faraday * Depth));
            foreach (var node in sites.Nodes)
            {
                var (fraction, tau, source) = (V.All(constants[0]), V.All(constants[1]), V.All(constants[2]));
                constants += 3;
                for (var lane = 0; lane < Block.Lanes; lane += V.Count)
                {
                    var place = (nint)node * Block.Lanes + lane;
                    var current = block.CalciumCurrent + place;
                    var inflow = V.Max(factor * V.Load(current), V.All(0.0));
                    var calcium = V.Load(block.Calcium + place);
                    calcium = V.Fma(fraction, (inflow + source) * tau - calcium, calcium);
                    V.Store(block.Calcium + place, calcium);
                    V.Store(block.CalciumReversal + place, Reversal(calcium));
                    V.Store(current, V.All(0.0));
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private W Reversal<W>(W calcium)
            where W : struct, ILanes<W> =>
            W.All(_nernst) * (W.All(Math.Log(OuterCalcium)) - LaneMath.Log(calcium));
    }
}
