using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// GateStep: the fraction 1 - exp(-z), z = dt/tau, by which a gate nears its target in a step, without an exponential:
// z times a polynomial, near-minimax on [0, limit] with a relative error below 4e-15. A larger z is halved beforehand
// and the fraction doubled back: f(2z) = f(z) (2 - f(z)). The polynomials are evaluated in pairs, for a short chain.
internal sealed unsafe class GateStep
{
    private readonly NativeBuffer _coefficients;

    private GateStep(int degree, double limit)
    {
        Limit = limit;
        _coefficients = NativeBuffer.Broadcast(ChebyshevFit.Monomials(Ratio, 0, limit, degree));
    }

    public static GateStep Degree3 { get; } = new(3, 0.0028);

    public static GateStep Degree5 { get; } = new(5, 0.0395);

    public static GateStep Degree6 { get; } = new(6, 0.115);

    public static GateStep Degree9 { get; } = new(9, 0.7);

    /// <summary>The largest z without halving.</summary>
    public double Limit { get; }

    /// <summary>The polynomial's coefficients from the constant up, each for all lanes.</summary>
    public double* Coefficients => _coefficients.Pointer;

    /// <summary>How often a z up to this must be halved.</summary>
    public int Halvings(double largest)
    {
        var halvings = 0;
        for (var z = largest; z > Limit; z /= 2)
            halvings++;
        return halvings;
    }

    /// <summary>(1 - exp(-z)) / z, to full precision, for small z.</summary>
    public static double Ratio(double z)
    {
        var sum = 1.0;
        for (var k = 30; k >= 2; k--)
            sum = 1 - z / k * sum;
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Fraction3<V>(V z, double* c)
        where V : struct, ILanes<V> =>
        z * V.Fma(z * z, Pair(z, c, 2), Pair(z, c, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Fraction5<V>(V z, double* c)
        where V : struct, ILanes<V>
    {
        var z2 = z * z;
        return z * V.Fma(z2, V.Fma(z2, Pair(z, c, 4), Pair(z, c, 2)), Pair(z, c, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Fraction6<V>(V z, double* c)
        where V : struct, ILanes<V>
    {
        var z2 = z * z;
        var high = V.Fma(z2, V.Load(c + 6 * Block.Lanes), Pair(z, c, 4));
        return z * V.Fma(z2 * z2, high, V.Fma(z2, Pair(z, c, 2), Pair(z, c, 0)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Fraction9<V>(V z, double* c)
        where V : struct, ILanes<V>
    {
        var z2 = z * z;
        var z4 = z2 * z2;
        var low = V.Fma(z2, Pair(z, c, 2), Pair(z, c, 0));
        var middle = V.Fma(z2, Pair(z, c, 6), Pair(z, c, 4));
        return z * V.Fma(z4, V.Fma(z4, Pair(z, c, 8), middle), low);
    }

    /// <summary>Undoes the halving of z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Doubled<V>(V fraction, int halvings)
        where V : struct, ILanes<V>
    {
        for (; halvings > 0; halvings--)
            fraction *= V.All(2.0) - fraction;
        return fraction;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Pair<V>(V z, double* c, int index)
        where V : struct, ILanes<V> =>
        V.Fma(z, V.Load(c + (index + 1) * Block.Lanes), V.Load(c + index * Block.Lanes));
}
