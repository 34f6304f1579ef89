using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// GateStep: the fraction 1 - exp(-z), z = dt/tau, by which a gate nears its target in a step, without an exponential:
// z times a polynomial that meets (1 - exp(-z))/z at z = 0 and at the Chebyshev points of [0, limit]; relative error
// below 2e-14 (degree 3) and 7e-15 (others), GateStepTests measures it. A larger z is halved beforehand and the
// fraction doubled back: f(2z) = f(z)(2 - f(z)). The polynomials are evaluated in pairs, for a short chain.
internal static class GateStep
{
    public const double Limit3 = 0.0028;

    public const double Limit5 = 0.0395;

    public const double Limit6 = 0.115;

    public const double Limit9 = 0.7;

    /// <summary>How often a z up to the largest must be halved to stay below a limit.</summary>
    /// <remarks>Halving does not help an infinite z (a time constant of 0): the run diverges, and says where.</remarks>
    public static int Halvings(double largest, double limit)
    {
        if (double.IsInfinity(largest))
            return 0;
        var halvings = 0;
        for (var z = largest; z > limit; z /= 2)
            halvings++;
        return halvings;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Fraction3<V>(V z)
        where V : struct, ILanes<V>
    {
        var low = V.Fma(z, V.All(-0.4999999999942873), V.All(1.0));
        return z * V.Fma(z * z, V.Fma(z, V.All(-0.04163168500413193), V.All(0.16666662994134449)), low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Fraction5<V>(V z)
        where V : struct, ILanes<V>
    {
        var z2 = z * z;
        var low = V.Fma(z, V.All(-0.49999999999996325), V.All(1.0));
        var middle = V.Fma(z, V.All(-0.041666657224561796), V.All(0.16666666662007584));
        var high = V.Fma(z, V.All(-0.0013694516126682187), V.All(0.0083326632425508));
        return z * V.Fma(z2, V.Fma(z2, high, middle), low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Fraction6<V>(V z)
        where V : struct, ILanes<V>
    {
        var z2 = z * z;
        var low = V.Fma(z, V.All(-0.499999999999973), V.All(1.0));
        var middle = V.Fma(z, V.All(-0.04166666495260474), V.All(0.16666666664978602));
        var high = V.Fma(z, V.All(-0.0013878163900191071), V.All(0.008333269615764138));
        return z * V.Fma(z2 * z2, V.Fma(z2, V.All(0.0001900579064784505), high), V.Fma(z2, middle, low));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Fraction9<V>(V z)
        where V : struct, ILanes<V>
    {
        var z2 = z * z;
        var z4 = z2 * z2;
        var p0 = V.Fma(z, V.All(-0.49999999999999406), V.All(1.0));
        var p2 = V.Fma(z, V.All(-0.04166666661404651), V.All(0.16666666666528787));
        var p4 = V.Fma(z, V.All(-0.0013888831683243402), V.All(0.008333332559000567));
        var p6 = V.Fma(z, V.All(-2.4743012651429973E-05), V.All(0.0001983888802591682));
        var p8 = V.Fma(z, V.All(-2.075330894827128E-07), V.All(2.670875938886493E-06));
        return z * V.Fma(z4, V.Fma(z4, p8, V.Fma(z2, p6, p4)), V.Fma(z2, p2, p0));
    }

    /// <summary>Undoes the halving of z.</summary>
    public static V Doubled<V>(V fraction, int halvings)
        where V : struct, ILanes<V>
    {
        for (; halvings > 0; halvings--)
            fraction *= V.All(2.0) - fraction;
        return fraction;
    }
}
