using System.Runtime.CompilerServices;

namespace Hnn.Engine.Lanes;

// Lanes1: one cell at a time. This is the definition that the wider forms repeat.
internal readonly unsafe struct Lanes1 : ILanes<Lanes1>
{
    private readonly double _value;

    private Lanes1(double value) => _value = value;

    public double Value => _value;

    public static int Count => 1;

    public static Lanes1 All(double value) => new(value);

    public static Lanes1 Load(double* source) => new(*source);

    public static void Store(double* target, Lanes1 value) => *target = value._value;

    public static Lanes1 operator +(Lanes1 left, Lanes1 right) => new(left._value + right._value);

    public static Lanes1 operator -(Lanes1 left, Lanes1 right) => new(left._value - right._value);

    public static Lanes1 operator *(Lanes1 left, Lanes1 right) => new(left._value * right._value);

    public static Lanes1 operator /(Lanes1 left, Lanes1 right) => new(left._value / right._value);

    public static Lanes1 Fma(Lanes1 x, Lanes1 y, Lanes1 z) => new(Math.FusedMultiplyAdd(x._value, y._value, z._value));

    public static Lanes1 Clamp(Lanes1 x, Lanes1 top) =>
        new(x._value > 0 ? (x._value < top._value ? x._value : top._value) : 0);

    public static Lanes1 Max(Lanes1 left, Lanes1 right) => new(left._value > right._value ? left._value : right._value);

    public static void Split(Lanes1 x, out Lanes1 mantissa, out Lanes1 exponent)
    {
        var bits = BitConverter.DoubleToInt64Bits(x._value);
        var shifted = (ulong)(bits - ExponentBits.Origin) >> 52;
        mantissa = new(BitConverter.Int64BitsToDouble(bits - (long)(shifted << 52) + ExponentBits.Bias));
        exponent = new(BitConverter.Int64BitsToDouble((long)shifted + ExponentBits.Magic) - ExponentBits.MagicValue);
    }

    public static void Lookup2(double* rows, Lanes1 position, out Lanes1 a, out Lanes1 b)
    {
        var index = (int)position._value;
        var row = rows + 4 * index;
        var fraction = position._value - index;
        a = new(Math.FusedMultiplyAdd(fraction, row[2], row[0]));
        b = new(Math.FusedMultiplyAdd(fraction, row[3], row[1]));
    }

    public static void Lookup4(double* rows, Lanes1 position, out Lanes1 a, out Lanes1 b, out Lanes1 c, out Lanes1 d)
    {
        var index = (int)position._value;
        Four(rows + 8 * index, position._value - index, out a, out b, out c, out d);
    }

    public static void Lookup6(
        double* rows, Lanes1 position, out Lanes1 a, out Lanes1 b, out Lanes1 c, out Lanes1 d, out Lanes1 e, out Lanes1 f)
    {
        var index = (int)position._value;
        var row = rows + 12 * index;
        var fraction = position._value - index;
        Four(row, fraction, out a, out b, out c, out d);
        e = new(Math.FusedMultiplyAdd(fraction, row[10], row[8]));
        f = new(Math.FusedMultiplyAdd(fraction, row[11], row[9]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(double* row, double fraction, out Lanes1 a, out Lanes1 b, out Lanes1 c, out Lanes1 d)
    {
        a = new(Math.FusedMultiplyAdd(fraction, row[4], row[0]));
        b = new(Math.FusedMultiplyAdd(fraction, row[5], row[1]));
        c = new(Math.FusedMultiplyAdd(fraction, row[6], row[2]));
        d = new(Math.FusedMultiplyAdd(fraction, row[7], row[3]));
    }
}
