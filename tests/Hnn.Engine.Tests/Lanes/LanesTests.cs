using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Lanes;

public sealed unsafe class LanesTests
{
    private const int Length = 1024;
    private const int TableRows = 50;

    // What is likely to be treated differently at some width: signs of zero, the ends of a table, the smallest and largest.
    private static readonly double[] Edges =
        [
            -1, 1, 0, -0.0, double.Epsilon, -double.Epsilon, TableRows, Math.BitDecrement(TableRows), Math.BitIncrement(TableRows), 1e300, -1e300,
            double.PositiveInfinity, double.NegativeInfinity, 0.5, Math.BitDecrement(1), 7,
        ];

    private delegate V Operation<V>(V x, V y, V z);

    public static TheoryData<string> Operations => [.. Results<Lanes1>().Keys];

    [Theory, MemberData(nameof(Operations))]
    public void An_operation_has_the_same_bits_at_every_width(string operation)
    {
        var expected = Results<Lanes1>()[operation];

        Bits.Same(expected, Results<Lanes2>()[operation]);
        Bits.Same(expected, Results<Lanes4>()[operation]);
        Bits.Same(expected, Results<Lanes8>()[operation]);
    }

    [Fact]
    public void One_lane_computes_what_doubles_do()
    {
        var (x, y, z) = (Lanes1.All(1.1), Lanes1.All(-2.3), Lanes1.All(0.7));

        Assert.Equal(1.1 + -2.3, (x + y).Value);
        Assert.Equal(1.1 - -2.3, (x - y).Value);
        Assert.Equal(1.1 * -2.3, (x * y).Value);
        Assert.Equal(1.1 / -2.3, (x / y).Value);
        Assert.Equal(Math.FusedMultiplyAdd(1.1, -2.3, 0.7), Lanes1.Fma(x, y, z).Value);
        Assert.Equal(1.1, Lanes1.Max(x, y).Value);
    }

    [Theory]
    [InlineData(-3.0, 0.0)]
    [InlineData(-0.0, 0.0)]
    [InlineData(4.25, 4.25)]
    [InlineData(50.0, 50.0)]
    [InlineData(51.0, 50.0)]
    [InlineData(double.PositiveInfinity, 50.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    public void A_number_is_limited_to_the_table(double x, double limited) =>
        Bits.Same([limited], [Lanes1.Clamp(Lanes1.All(x), Lanes1.All(50)).Value]);

    [Theory]
    [InlineData(1.0, 1.0, 0)]
    [InlineData(8.0, 1.0, 3)]
    [InlineData(1.5, 0.75, 1)]
    [InlineData(0.75, 0.75, 0)]
    [InlineData(1.25, 1.25, 0)]
    [InlineData(1e-4, 0.8192, -13)]
    public void A_number_is_split_at_the_root_of_a_half(double x, double mantissa, double exponent)
    {
        Lanes1.Split(Lanes1.All(x), out var m, out var e);

        Assert.Equal(mantissa, m.Value);
        Assert.Equal(exponent, e.Value);
    }

    [Fact]
    public void A_lane_that_is_no_number_leaves_the_lookups_of_the_others_alone()
    {
        for (var lane = 0; lane < Block.Lanes; lane++)
        {
            OthersAreAsAlone<Lanes2>(lane);
            OthersAreAsAlone<Lanes4>(lane);
            OthersAreAsAlone<Lanes8>(lane);
        }
    }

    private static void OthersAreAsAlone<V>(int spoilt)
        where V : struct, ILanes<V>
    {
        var voltages = Draw.Uniform(Block.Lanes, 0, TableRows, seed: 8);
        voltages[spoilt] = double.NaN;
        var (expected, actual) = (Looked<Lanes1>(voltages), Looked<V>(voltages));
        for (var i = 0; i < expected.Length; i++)
        {
            if (i % Block.Lanes != spoilt)
                Bits.Same([expected[i]], [actual[i]]);
        }
    }

    // Six columns looked up at eight places. Shape: [column][lane].
    private static double[] Looked<V>(double[] positions)
        where V : struct, ILanes<V>
    {
        var (table, source, results) = (Table(), new NativeBuffer(positions), new NativeBuffer(6 * Block.Lanes));
        for (var lane = 0; lane < Block.Lanes; lane += V.Count)
        {
            var position = V.Clamp(V.Load(source.Pointer + lane), V.All(TableRows));
            V.Lookup6(table.Pointer, position, out var a, out var b, out var c, out var d, out var e, out var f);
            foreach (var (column, values) in new[] { a, b, c, d, e, f }.Index())
                V.Store(results.Pointer + column * Block.Lanes + lane, values);
        }

        GC.KeepAlive(table);
        GC.KeepAlive(source);
        return results.Span.ToArray();
    }

    private static NativeBuffer Table() => new(Draw.Uniform((TableRows + 1) * 12, -1, 1, seed: 7));

    private static Dictionary<string, double[]> Results<V>()
        where V : struct, ILanes<V>
    {
        var table = Table();
        var rows = table.Pointer;
        var results = new Dictionary<string, double[]>
        {
            ["sum"] = Map<V>((x, y, _) => x + y),
            ["difference"] = Map<V>((x, y, _) => x - y),
            ["product"] = Map<V>((x, y, _) => x * y),
            ["quotient"] = Map<V>((x, y, z) => x / (y * y + V.All(1e-9))),
            ["fused"] = Map<V>(V.Fma),
            ["larger"] = Map<V>((x, y, _) => V.Max(x, y)),
            ["limited"] = Map<V>((x, _, _) => V.Clamp(x, V.All(TableRows))),
            ["same everywhere"] = Map<V>((_, _, _) => V.All(0.1)),
            ["mantissa"] = Map<V>((x, _, _) => Split(x).Mantissa),
            ["exponent"] = Map<V>((x, _, _) => Split(x).Exponent),
            ["logarithm"] = Map<V>((_, y, _) => LaneMath.Log(y * y + V.All(1e-7))),
        };
        for (var column = 0; column < 6; column++)
        {
            if (column < 2)
                results[$"column {column} of two"] = Map<V>((x, _, _) => Two(rows, V.Clamp(x, V.All(TableRows)))[column]);
            if (column < 4)
                results[$"column {column} of four"] = Map<V>((x, _, _) => Four(rows, V.Clamp(x, V.All(TableRows)))[column]);
            results[$"column {column} of six"] = Map<V>((x, _, _) => Six(rows, V.Clamp(x, V.All(TableRows)))[column]);
        }

        GC.KeepAlive(table);
        return results;
    }

    private static (V Mantissa, V Exponent) Split<V>(V x)
        where V : struct, ILanes<V>
    {
        V.Split(V.Fma(x, x, V.All(1e-7)), out var mantissa, out var exponent);
        return (mantissa, exponent);
    }

    private static V[] Two<V>(double* rows, V position)
        where V : struct, ILanes<V>
    {
        V.Lookup2(rows, position, out var a, out var b);
        return [a, b];
    }

    private static V[] Four<V>(double* rows, V position)
        where V : struct, ILanes<V>
    {
        V.Lookup4(rows, position, out var a, out var b, out var c, out var d);
        return [a, b, c, d];
    }

    private static V[] Six<V>(double* rows, V position)
        where V : struct, ILanes<V>
    {
        V.Lookup6(rows, position, out var a, out var b, out var c, out var d, out var e, out var f);
        return [a, b, c, d, e, f];
    }

    private static double[] Map<V>(Operation<V> operation)
        where V : struct, ILanes<V>
    {
        var (x, y, z) = (Input(seed: 1), Input(seed: 2), Input(seed: 3));
        Edges.CopyTo(x.Span);
        var results = new NativeBuffer(Length);
        for (var i = 0; i < Length; i += V.Count)
            V.Store(results.Pointer + i, operation(V.Load(x.Pointer + i), V.Load(y.Pointer + i), V.Load(z.Pointer + i)));
        GC.KeepAlive((x, y, z));
        return results.Span.ToArray();
    }

    private static NativeBuffer Input(int seed) => new(Draw.Uniform(Length, -10, TableRows + 10, seed));
}
