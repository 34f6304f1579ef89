using System.Runtime.CompilerServices;
using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Mechanisms;

/// <summary>Potassium current activated by inner calcium: <c>i = gbar tadj n (v + 77)</c>.</summary>
/// <remarks>Source: <c>kca</c> of Jones et al. 2009; opens at 0.01 per ms and mM of calcium, closes at 0.02 per ms.</remarks>
public sealed class CalciumActivatedPotassium : DensityMechanism
{
    internal CalciumActivatedPotassium()
        : base(
            "kca",
            new MechanismParameter("gbar", 10, "pS/µm²"))
    {
    }

    internal override Kernel<V> CreateKernel<V>(KernelSites sites) => new CalciumActivatedPotassiumKernel<V>(sites);

    private sealed unsafe class CalciumActivatedPotassiumKernel<V>(KernelSites sites)
        : DensityKernel<V>(sites, gates: 1, HalvingsFor(sites))
        where V : struct, ILanes<V>
    {
        private const double OpenPerMillimolar = 0.01;

        private const double Close = 0.02;

        private const double Reversal = -77;

        // Concentrations up to this step without loss of precision; it is far above all that a cell reaches.
        private const double LargestCalcium = 10;

        private readonly double _adjustment = Temperature.Adjustment(sites.Celsius);

        private readonly NativeBuffer _densities = sites.Constants(
            site => 1e-4 * Temperature.Adjustment(sites.Celsius) * sites["gbar"][site]);

        public override void Initialize(in BlockView block, double* state)
        {
            for (var site = 0; site < Nodes.Length; site++)
            {
                for (var lane = 0; lane < Block.Lanes; lane++)
                {
                    var open = OpenPerMillimolar * block.Calcium[Nodes[site] * Block.Lanes + lane];
                    state[site * Block.Lanes + lane] = open / (open + Close);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Advance(in BlockView block, double* state)
        {
            var density = _densities.Pointer;
            var halvings = Halvings;
            var step = V.All(block.Lag * HalvedStep * _adjustment);
            foreach (var node in Nodes)
            {
                var g = V.All(*density++);
                for (var lane = 0; lane < Block.Lanes; lane += V.Count)
                {
                    var place = (nint)node * Block.Lanes + lane;
                    var open = V.All(OpenPerMillimolar) * V.Load(block.Calcium + place);
                    var rate = open + V.All(Close);
                    var fraction = GateStep.Fraction3(step * rate);
                    if (halvings > 0)
                        fraction = GateStep.Doubled(fraction, halvings);
                    var n = V.Load(state + lane);
                    n = V.Fma(fraction, open / rate - n, n);
                    V.Store(state + lane, n);
                    AddCurrent(block, place, g * n, V.All(Reversal) - V.Load(block.Voltage + place));
                }

                state += Block.Lanes;
            }
        }

        private static int HalvingsFor(KernelSites sites) => GateStep.Halvings(
            sites.TimeStep * Temperature.Adjustment(sites.Celsius) * (OpenPerMillimolar * LargestCalcium + Close), GateStep.Limit3);
    }
}
