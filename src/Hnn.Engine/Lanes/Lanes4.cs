using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hnn.Engine.Lanes;

// Lanes4: four cells at a time (AVX2).
internal readonly unsafe struct Lanes4 : ILanes<Lanes4>
{
    private readonly Vector256<double> _value;

    public Vector256<double> Value => _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes4(Vector256<double> value) => _value = value;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 All(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Load(double* source) => new(Vector256.LoadAligned(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double* target, Lanes4 value) => value._value.StoreAligned(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 left, Lanes4 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 left, Lanes4 right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator *(Lanes4 left, Lanes4 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator /(Lanes4 left, Lanes4 right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Fma(Lanes4 x, Lanes4 y, Lanes4 z) => new(Vector256.FusedMultiplyAdd(x._value, y._value, z._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Clamp(Lanes4 x, Lanes4 top) =>
        new(Vector256.MinNative(Vector256.MaxNative(x._value, Vector256<double>.Zero), top._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Max(Lanes4 left, Lanes4 right) => new(Vector256.MaxNative(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(Lanes4 x, out Lanes4 mantissa, out Lanes4 exponent)
    {
        var bits = x._value.AsInt64();
        var shifted = Vector256.ShiftRightLogical(bits - Vector256.Create(ExponentBits.Origin), 52);
        mantissa = new((bits - Vector256.ShiftLeft(shifted, 52) + Vector256.Create(ExponentBits.Bias)).AsDouble());
        exponent = new((shifted + Vector256.Create(ExponentBits.Magic)).AsDouble() - Vector256.Create(ExponentBits.MagicValue));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lookup2(double* rows, Lanes4 position, out Lanes4 a, out Lanes4 b)
    {
        Rows(rows, 4, position, out var row0, out var row1, out var row2, out var row3, out var fraction);
        Two(row0, row1, row2, row3, fraction, out a, out b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lookup4(
        double* rows, Lanes4 position, out Lanes4 a, out Lanes4 b, out Lanes4 c, out Lanes4 d)
    {
        Rows(rows, 8, position, out var row0, out var row1, out var row2, out var row3, out var fraction);
        Four(row0, row1, row2, row3, fraction, out a, out b, out c, out d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lookup6(
        double* rows, Lanes4 position, out Lanes4 a, out Lanes4 b, out Lanes4 c, out Lanes4 d, out Lanes4 e, out Lanes4 f)
    {
        Rows(rows, 12, position, out var row0, out var row1, out var row2, out var row3, out var fraction);
        Four(row0, row1, row2, row3, fraction, out a, out b, out c, out d);
        Two(row0 + 8, row1 + 8, row2 + 8, row3 + 8, fraction, out e, out f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rows(
        double* rows,
        int stride,
        Lanes4 position,
        out double* row0,
        out double* row1,
        out double* row2,
        out double* row3,
        out Vector256<double> fraction)
    {
        var index = Avx.IsSupported
            ? Avx.ConvertToVector128Int32WithTruncation(position._value)
            : Vector128.Create(
                (int)position._value.GetElement(0),
                (int)position._value.GetElement(1),
                (int)position._value.GetElement(2),
                (int)position._value.GetElement(3));
        var bytes = stride switch
        {
            4 => index << 5,
            8 => index << 6,
            _ => (index << 6) + (index << 5),
        };
        row0 = (double*)((byte*)rows + (uint)bytes.GetElement(0));
        row1 = (double*)((byte*)rows + (uint)bytes.GetElement(1));
        row2 = (double*)((byte*)rows + (uint)bytes.GetElement(2));
        row3 = (double*)((byte*)rows + (uint)bytes.GetElement(3));
        fraction = position._value - (Avx.IsSupported
            ? Avx.ConvertToVector256Double(index)
            : Vector256.Create((double)index.GetElement(0), index.GetElement(1), index.GetElement(2), index.GetElement(3)));
    }

    // Rows of values and differences, two of each: turned into columns first, then interpolated.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Two(
        double* row0, double* row1, double* row2, double* row3, Vector256<double> fraction, out Lanes4 a, out Lanes4 b)
    {
        Transpose(
            Vector256.LoadAligned(row0),
            Vector256.LoadAligned(row1),
            Vector256.LoadAligned(row2),
            Vector256.LoadAligned(row3),
            out var valueA,
            out var valueB,
            out var stepA,
            out var stepB);
        a = new(Vector256.FusedMultiplyAdd(fraction, stepA, valueA));
        b = new(Vector256.FusedMultiplyAdd(fraction, stepB, valueB));
    }

    // Rows of four values and four differences: interpolated first, then turned into columns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(
        double* row0,
        double* row1,
        double* row2,
        double* row3,
        Vector256<double> fraction,
        out Lanes4 a,
        out Lanes4 b,
        out Lanes4 c,
        out Lanes4 d)
    {
        Transpose(
            Interpolate(row0, Vector256.Shuffle(fraction, Vector256.Create(0L, 0, 0, 0))),
            Interpolate(row1, Vector256.Shuffle(fraction, Vector256.Create(1L, 1, 1, 1))),
            Interpolate(row2, Vector256.Shuffle(fraction, Vector256.Create(2L, 2, 2, 2))),
            Interpolate(row3, Vector256.Shuffle(fraction, Vector256.Create(3L, 3, 3, 3))),
            out var columnA,
            out var columnB,
            out var columnC,
            out var columnD);
        (a, b, c, d) = (new(columnA), new(columnB), new(columnC), new(columnD));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Interpolate(double* row, Vector256<double> fraction) =>
        Vector256.FusedMultiplyAdd(fraction, Vector256.LoadAligned(row + 4), Vector256.LoadAligned(row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(
        Vector256<double> row0,
        Vector256<double> row1,
        Vector256<double> row2,
        Vector256<double> row3,
        out Vector256<double> a,
        out Vector256<double> b,
        out Vector256<double> c,
        out Vector256<double> d)
    {
        if (Avx.IsSupported)
        {
            var low01 = Avx.UnpackLow(row0, row1);
            var high01 = Avx.UnpackHigh(row0, row1);
            var low23 = Avx.UnpackLow(row2, row3);
            var high23 = Avx.UnpackHigh(row2, row3);
            a = Avx.Permute2x128(low01, low23, 0x20);
            b = Avx.Permute2x128(high01, high23, 0x20);
            c = Avx.Permute2x128(low01, low23, 0x31);
            d = Avx.Permute2x128(high01, high23, 0x31);
        }
        else
        {
            a = Vector256.Create(row0.GetElement(0), row1.GetElement(0), row2.GetElement(0), row3.GetElement(0));
            b = Vector256.Create(row0.GetElement(1), row1.GetElement(1), row2.GetElement(1), row3.GetElement(1));
            c = Vector256.Create(row0.GetElement(2), row1.GetElement(2), row2.GetElement(2), row3.GetElement(2));
            d = Vector256.Create(row0.GetElement(3), row1.GetElement(3), row2.GetElement(3), row3.GetElement(3));
        }
    }
}
