using System.Runtime.CompilerServices;
using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Mechanisms;

/// <summary>Fast sodium (m³h), delayed rectifier potassium (n⁴) and leak: <c>i = gnabar m³ h (v - 50) + gkbar n⁴ (v + 77) + gl (v - el)</c>.</summary>
/// <remarks>Source: Hodgkin and Huxley 1952, as <c>hh2</c> of Jones et al. 2009; rates from a table of -100 … 100 mV in steps of 1 mV.</remarks>
public sealed class FastSodiumPotassium : DensityMechanism
{
    private const double SodiumReversal = 50;

    private const double PotassiumReversal = -77;

    internal FastSodiumPotassium()
        : base(
            "hh2",
            new MechanismParameter("gnabar", 0.12, "S/cm²"),
            new MechanismParameter("gkbar", 0.036, "S/cm²"),
            new MechanismParameter("gl", 0.0003, "S/cm²"),
            new MechanismParameter("el", -54.3, "mV"))
    {
    }

    internal override Kernel<V> CreateKernel<V>(KernelSites sites) => new FastSodiumPotassiumKernel<V>(sites);

    // Columns: target and time constant of m, h and n.
    private static RateTable Rates(double celsius)
    {
        var q10 = Math.Pow(3, (celsius - 6.3 - 30.7) / 10);
        return new RateTable(
            -100,
            100,
            200,
            v => Target(OpenM(v), CloseM(v)),
            v => TimeConstant(OpenM(v), CloseM(v)),
            v => Target(OpenH(v), CloseH(v)),
            v => TimeConstant(OpenH(v), CloseH(v)),
            v => Target(OpenN(v), CloseN(v)),
            v => TimeConstant(OpenN(v), CloseN(v)));

        static double OpenM(double v) => 0.1 * Trap(-(v + 40), 10);
        static double CloseM(double v) => 4 * Math.Exp(-(v + 65) / 18);
        static double OpenH(double v) => 0.07 * Math.Exp(-(v + 65) / 20);
        static double CloseH(double v) => 1 / (Math.Exp(-(v + 35) / 10) + 1);
        static double OpenN(double v) => 0.01 * Trap(-(v + 55), 10);
        static double CloseN(double v) => 0.125 * Math.Exp(-(v + 65) / 80);
        static double Target(double open, double close) => open / (open + close);
        double TimeConstant(double open, double close) => 1 / (q10 * (open + close));
    }

    // x / (exp(x/y) - 1), also at its removable singularity.
    private static double Trap(double x, double y) =>
        Math.Abs(x / y) < 1e-6 ? y * (1 - x / y / 2) : x / (Math.Exp(x / y) - 1);

    private sealed unsafe class FastSodiumPotassiumKernel<V>(KernelSites sites, RateTable rates)
        : TabulatedKernel<V>(sites, rates, gates: 3, HalvingsFor(sites.TimeStep, rates))
        where V : struct, ILanes<V>
    {
        private readonly NativeBuffer _constants = sites.Constants(
            site => sites["gnabar"][site], site => sites["gkbar"][site], site => sites["gl"][site], site => sites["el"][site]);

        public FastSodiumPotassiumKernel(KernelSites sites)
            : this(sites, Rates(sites.Celsius))
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        protected override void AdvanceGates(double lag, int count, double* rates, double* state)
        {
            var halvings = Halvings;
            var step = V.All(lag * HalvedStep);
            for (var site = 0; site < count; site++)
            {
                for (var lane = 0; lane < Block.Lanes; lane += V.Count)
                {
                    var (mTau, hTau, nTau) = (V.Load(rates + Block.Lanes + lane), V.Load(rates + 3 * Block.Lanes + lane), V.Load(rates + 5 * Block.Lanes + lane));

                    // Three time constants share one division.
                    var hnTau = hTau * nTau;
                    var inverse = step / (mTau * hnTau);
                    var mFraction = GateStep.Fraction9(inverse * hnTau);
                    var hFraction = GateStep.Fraction5(inverse * (mTau * nTau));
                    var nFraction = GateStep.Fraction5(inverse * (mTau * hTau));
                    if (halvings > 0)
                    {
                        mFraction = GateStep.Doubled(mFraction, halvings);
                        hFraction = GateStep.Doubled(hFraction, halvings);
                        nFraction = GateStep.Doubled(nFraction, halvings);
                    }

                    Approach(state + lane, V.Load(rates + lane), mFraction);
                    Approach(state + Block.Lanes + lane, V.Load(rates + 2 * Block.Lanes + lane), hFraction);
                    Approach(state + 2 * Block.Lanes + lane, V.Load(rates + 4 * Block.Lanes + lane), nFraction);
                }

                rates += 6 * Block.Lanes;
                state += 3 * Block.Lanes;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        protected override void AddCurrents(in BlockView block, int first, int count, double* state)
        {
            var constants = _constants.Pointer + 4 * first;
            foreach (var node in Nodes.AsSpan(first, count))
            {
                var (gNa, gK, gLeak, eLeak) = (V.All(constants[0]), V.All(constants[1]), V.All(constants[2]), V.All(constants[3]));
                for (var lane = 0; lane < Block.Lanes; lane += V.Count)
                {
                    var place = (nint)node * Block.Lanes + lane;
                    var v = V.Load(block.Voltage + place);
                    var (m, h, n) = (V.Load(state + lane), V.Load(state + Block.Lanes + lane), V.Load(state + 2 * Block.Lanes + lane));
                    var sodium = gNa * (m * m * (m * h));
                    var n2 = n * n;
                    var potassium = gK * (n2 * n2);
                    var current = V.Fma(sodium, V.All(SodiumReversal) - v, V.Fma(potassium, V.All(PotassiumReversal) - v, gLeak * (eLeak - v)));
                    V.Store(block.Conductance + place, V.Load(block.Conductance + place) + (sodium + potassium + gLeak));
                    V.Store(block.RightSide + place, V.Load(block.RightSide + place) + current);
                }

                constants += 4;
                state += 3 * Block.Lanes;
            }
        }

        protected override void InitialGates(double voltage, Span<double> gates) =>
            (gates[0], gates[1], gates[2]) = (Rates.At(voltage, 0), Rates.At(voltage, 2), Rates.At(voltage, 4));

        private static int HalvingsFor(double timeStep, RateTable rates) => new[]
        {
            GateStep.Halvings(timeStep / rates.Minimum(1), GateStep.Limit9),
            GateStep.Halvings(timeStep / rates.Minimum(3), GateStep.Limit5),
            GateStep.Halvings(timeStep / rates.Minimum(5), GateStep.Limit5),
        }.Max();
    }
}
