using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hnn.Engine.Lanes;

// Lanes8: eight cells at a time (AVX-512); a table is read by two halves.
internal readonly unsafe struct Lanes8 : ILanes<Lanes8>
{
    private readonly Vector512<double> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes8(Vector512<double> value) => _value = value;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 All(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Load(double* source) => new(Vector512.LoadAligned(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double* target, Lanes8 value) => value._value.StoreAligned(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator +(Lanes8 left, Lanes8 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator -(Lanes8 left, Lanes8 right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator *(Lanes8 left, Lanes8 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator /(Lanes8 left, Lanes8 right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Fma(Lanes8 x, Lanes8 y, Lanes8 z) => new(Vector512.FusedMultiplyAdd(x._value, y._value, z._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Clamp(Lanes8 x, Lanes8 top) =>
        new(Vector512.MinNative(Vector512.MaxNative(x._value, Vector512<double>.Zero), top._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Max(Lanes8 left, Lanes8 right) => new(Vector512.MaxNative(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(Lanes8 x, out Lanes8 mantissa, out Lanes8 exponent)
    {
        var bits = x._value.AsInt64();
        var shifted = Vector512.ShiftRightLogical(bits - Vector512.Create(ExponentBits.Origin), 52);
        mantissa = new((bits - Vector512.ShiftLeft(shifted, 52) + Vector512.Create(ExponentBits.Bias)).AsDouble());
        exponent = new((shifted + Vector512.Create(ExponentBits.Magic)).AsDouble() - Vector512.Create(ExponentBits.MagicValue));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lookup2(double* rows, Lanes8 position, out Lanes8 a, out Lanes8 b)
    {
        Lanes4.Lookup2(rows, new(position._value.GetLower()), out var a0, out var b0);
        Lanes4.Lookup2(rows, new(position._value.GetUpper()), out var a1, out var b1);
        (a, b) = (Join(a0, a1), Join(b0, b1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lookup4(
        double* rows, Lanes8 position, out Lanes8 a, out Lanes8 b, out Lanes8 c, out Lanes8 d)
    {
        Lanes4.Lookup4(rows, new(position._value.GetLower()), out var a0, out var b0, out var c0, out var d0);
        Lanes4.Lookup4(rows, new(position._value.GetUpper()), out var a1, out var b1, out var c1, out var d1);
        (a, b, c, d) = (Join(a0, a1), Join(b0, b1), Join(c0, c1), Join(d0, d1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lookup6(
        double* rows, Lanes8 position, out Lanes8 a, out Lanes8 b, out Lanes8 c, out Lanes8 d, out Lanes8 e, out Lanes8 f)
    {
        Lanes4.Lookup6(
            rows, new(position._value.GetLower()), out var a0, out var b0, out var c0, out var d0, out var e0, out var f0);
        Lanes4.Lookup6(
            rows, new(position._value.GetUpper()), out var a1, out var b1, out var c1, out var d1, out var e1, out var f1);
        (a, b, c, d, e, f) = (Join(a0, a1), Join(b0, b1), Join(c0, c1), Join(d0, d1), Join(e0, e1), Join(f0, f1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes8 Join(Lanes4 low, Lanes4 high) => new(Vector512.Create(low.Value, high.Value));
}
