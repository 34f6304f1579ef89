namespace Hnn.Engine.Lanes;

// ILanes: a few doubles, one per cell, computed on side by side. A kernel is written once for any TSelf; the
// runtime compiles it for each width. Every operation is lane by lane and correctly rounded, Fma is fused on every
// processor: so all widths, and the emulation of a width, give the same bits. Units: those of the caller.
internal unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Number of lanes; divides a block's eight lanes.</summary>
    static abstract int Count { get; }

    static abstract TSelf All(double value);

    static abstract TSelf Load(double* source);

    static abstract void Store(double* target, TSelf value);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>x · y + z, rounded once.</summary>
    static abstract TSelf Fma(TSelf x, TSelf y, TSelf z);

    /// <summary>x limited to [0, top]; the result of a NaN is within these bounds or NaN.</summary>
    static abstract TSelf Clamp(TSelf x, TSelf top);

    /// <summary>The larger one.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>Splits a positive number into mantissa · 2^exponent with the mantissa in [√½, √2).</summary>
    static abstract void Split(TSelf x, out TSelf mantissa, out TSelf exponent);

    /// <summary>Looks two columns up in rows of 2 values and 2 differences, at a position already limited to the table.</summary>
    static abstract void Lookup2(double* rows, TSelf position, out TSelf a, out TSelf b);

    /// <summary>Looks four columns up in rows of 4 values and 4 differences.</summary>
    static abstract void Lookup4(double* rows, TSelf position, out TSelf a, out TSelf b, out TSelf c, out TSelf d);

    /// <summary>Looks six columns up in rows of 4 values, 4 differences, 2 values and 2 differences.</summary>
    static abstract void Lookup6(
        double* rows, TSelf position, out TSelf a, out TSelf b, out TSelf c, out TSelf d, out TSelf e, out TSelf f);
}
