using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Hnn.Engine.Lanes;

// Lanes2: two cells at a time (SSE2, ARM64).
internal readonly unsafe struct Lanes2 : ILanes<Lanes2>
{
    private readonly Vector128<double> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes2(Vector128<double> value) => _value = value;

    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 All(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 Load(double* source) => new(Vector128.LoadAligned(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double* target, Lanes2 value) => value._value.StoreAligned(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator +(Lanes2 left, Lanes2 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator -(Lanes2 left, Lanes2 right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator *(Lanes2 left, Lanes2 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator /(Lanes2 left, Lanes2 right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 Fma(Lanes2 x, Lanes2 y, Lanes2 z) => new(Vector128.FusedMultiplyAdd(x._value, y._value, z._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 Clamp(Lanes2 x, Lanes2 top) =>
        new(Vector128.MinNative(Vector128.MaxNative(x._value, Vector128<double>.Zero), top._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 Max(Lanes2 left, Lanes2 right) => new(Vector128.MaxNative(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(Lanes2 x, out Lanes2 mantissa, out Lanes2 exponent)
    {
        var bits = x._value.AsInt64();
        var shifted = Vector128.ShiftRightLogical(bits - Vector128.Create(ExponentBits.Origin), 52);
        mantissa = new((bits - Vector128.ShiftLeft(shifted, 52) + Vector128.Create(ExponentBits.Bias)).AsDouble());
        exponent = new((shifted + Vector128.Create(ExponentBits.Magic)).AsDouble() - Vector128.Create(ExponentBits.MagicValue));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lookup2(double* rows, Lanes2 position, out Lanes2 a, out Lanes2 b)
    {
        Rows(rows, 4, position, out var row0, out var row1, out var fraction);
        Two(row0, row1, 2, fraction, out a, out b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lookup4(
        double* rows, Lanes2 position, out Lanes2 a, out Lanes2 b, out Lanes2 c, out Lanes2 d)
    {
        Rows(rows, 8, position, out var row0, out var row1, out var fraction);
        Two(row0, row1, 4, fraction, out a, out b);
        Two(row0 + 2, row1 + 2, 4, fraction, out c, out d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lookup6(
        double* rows, Lanes2 position, out Lanes2 a, out Lanes2 b, out Lanes2 c, out Lanes2 d, out Lanes2 e, out Lanes2 f)
    {
        Rows(rows, 12, position, out var row0, out var row1, out var fraction);
        Two(row0, row1, 4, fraction, out a, out b);
        Two(row0 + 2, row1 + 2, 4, fraction, out c, out d);
        Two(row0 + 8, row1 + 8, 2, fraction, out e, out f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rows(
        double* rows, int stride, Lanes2 position, out double* row0, out double* row1, out Vector128<double> fraction)
    {
        var first = (int)position._value.GetElement(0);
        var second = (int)position._value.GetElement(1);
        row0 = rows + stride * (nint)first;
        row1 = rows + stride * (nint)second;
        fraction = position._value - Vector128.Create((double)first, second);
    }

    // Two columns of two rows; the differences stand a distance behind the values.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Two(
        double* row0, double* row1, int distance, Vector128<double> fraction, out Lanes2 a, out Lanes2 b)
    {
        var (value0, value1) = (Vector128.LoadAligned(row0), Vector128.LoadAligned(row1));
        var (step0, step1) = (Vector128.LoadAligned(row0 + distance), Vector128.LoadAligned(row1 + distance));
        a = new(Vector128.FusedMultiplyAdd(fraction, Low(step0, step1), Low(value0, value1)));
        b = new(Vector128.FusedMultiplyAdd(fraction, High(step0, step1), High(value0, value1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Low(Vector128<double> left, Vector128<double> right) =>
        Sse2.IsSupported ? Sse2.UnpackLow(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right)
        : Vector128.Create(left.GetElement(0), right.GetElement(0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> High(Vector128<double> left, Vector128<double> right) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right)
        : Vector128.Create(left.GetElement(1), right.GetElement(1));
}
