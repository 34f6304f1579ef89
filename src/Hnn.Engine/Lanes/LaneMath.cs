using System.Runtime.CompilerServices;

namespace Hnn.Engine.Lanes;

// LaneMath: functions of any lane type that no processor has.
internal static class LaneMath
{
    /// <summary>Natural logarithm of a positive, normal number, to about 2 ulp: ln(m · 2^e) = e ln 2 + 2 atanh((m - 1)/(m + 1)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V>(V x)
        where V : struct, ILanes<V>
    {
        V.Split(x, out var mantissa, out var exponent);
        var s = (mantissa - V.All(1.0)) / (mantissa + V.All(1.0));
        var z = s * s;
        var z2 = z * z;
        var z4 = z2 * z2;

        // atanh(s) = s (1 + z/3 + z²/5 + …); |s| < 0.172, so ten terms reach 2e-17.
        var low = V.Fma(z2, V.Fma(z, V.All(2.0 / 9), V.All(2.0 / 7)), V.Fma(z, V.All(2.0 / 5), V.All(2.0 / 3)));
        var high = V.Fma(z2, V.Fma(z, V.All(2.0 / 17), V.All(2.0 / 15)), V.Fma(z, V.All(2.0 / 13), V.All(2.0 / 11)));
        var top = V.Fma(z, V.All(2.0 / 21), V.All(2.0 / 19));
        var series = V.Fma(z4, V.Fma(z4, top, high), low);
        return V.Fma(exponent, V.All(0.693147180559945309), V.Fma(s * z, series, s + s));
    }
}
