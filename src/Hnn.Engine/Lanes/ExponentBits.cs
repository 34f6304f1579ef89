namespace Hnn.Engine.Lanes;

// ExponentBits: constants for taking a positive double apart with integer arithmetic only (ILanes.Split).
// Subtracting Origin puts the boundary between two exponents at √½ instead of 1; Bias keeps the difference positive.
internal static class ExponentBits
{
    /// <summary>What turns the biased exponent, added to <see cref="Magic"/> and read as a double, into the exponent.</summary>
    public const double MagicValue = 4503599627370496.0 + 1024;

    /// <summary>2^52 as bits: an integer below 2^52 added to it is that integer plus 2^52 as a double.</summary>
    public const long Magic = 0x4330_0000_0000_0000;

    /// <summary>What keeps the difference to <see cref="Origin"/> positive: 1024 in the place of the exponent.</summary>
    public const long Bias = 1024L << 52;

    /// <summary>The bits of √½, less the bias.</summary>
    public static readonly long Origin = BitConverter.DoubleToInt64Bits(Math.Sqrt(0.5)) - Bias;
}
