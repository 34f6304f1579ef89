using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Kernels;

public sealed unsafe class RateTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void A_table_has_its_functions_values_at_its_abscissae(int columns)
    {
        // Steps of 1 mV: the abscissae and the positions are exact.
        var table = Table(columns);

        for (var v = -100; v <= 100; v++)
        {
            for (var column = 0; column < columns; column++)
                Assert.Equal(Value(v, column), table.At(v, column));
        }
    }

    [Fact]
    public void Between_two_abscissae_a_table_is_linear()
    {
        var table = Table(columns: 2);

        foreach (var part in new[] { 0.25, 0.5, 0.875 })
            Assert.Equal(Value(-30, 1) + part * (Value(-29, 1) - Value(-30, 1)), table.At(-30 + part, 1), 1e-15);
    }

    [Fact]
    public void Beyond_its_ends_a_table_is_flat()
    {
        var table = Table(columns: 4);

        Assert.Equal(Value(-100, 3), table.At(-100.001, 3));
        Assert.Equal(Value(-100, 3), table.At(double.NegativeInfinity, 3));
        Assert.Equal(Value(100, 3), table.At(1e9, 3));
    }

    [Fact]
    public void Abscissae_are_a_running_sum()
    {
        // 199 steps of 220/199 mV, as those of km: numerics.md section 5.
        var seen = new List<double>();
        _ = new RateTable(-120, 100, 199, v =>
        {
            seen.Add(v);
            return v;
        });

        Assert.Equal(200, seen.Count);
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.Equal(pair.First + 220.0 / 199, pair.Second));
    }

    [Fact]
    public void The_smallest_value_of_a_column_is_found() =>
        Assert.Equal(-9, new RateTable(-3, 4, 7, v => 1, v => -v * v + 7).Minimum(1));

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Reading_many_nodes_gives_the_bits_of_single_values_at_every_width(int columns)
    {
        var table = Table(columns);
        var voltages = Draw.Uniform(12 * Block.Lanes, -130, 130, seed: columns);
        (voltages[3], voltages[9], voltages[20]) = (double.PositiveInfinity, -100, 100);
        int[] nodes = [0, 2, 3, 5, 7, 11];
        var expected =
            from node in nodes
            from column in Enumerable.Range(0, columns)
            from lane in Enumerable.Range(0, Block.Lanes)
            select table.At(voltages[node * Block.Lanes + lane], column);

        Bits.Same(expected, Read<Lanes1>(table, voltages, nodes));
        Bits.Same(expected, Read<Lanes2>(table, voltages, nodes));
        Bits.Same(expected, Read<Lanes4>(table, voltages, nodes));
        Bits.Same(expected, Read<Lanes8>(table, voltages, nodes));
    }

    private static double[] Read<V>(RateTable table, double[] voltages, int[] nodes)
        where V : struct, ILanes<V>
    {
        var (voltage, results) = (new NativeBuffer(voltages), new NativeBuffer(nodes.Length * table.Columns * Block.Lanes));
        table.Read<V>(voltage.Pointer, nodes, results.Pointer);
        GC.KeepAlive((table, voltage));
        return results.Span.ToArray();
    }

    private static RateTable Table(int columns) => new(
        -100, 100, 200, [.. Enumerable.Range(0, columns).Select(column => (Func<double, double>)(v => Value(v, column)))]);

    private static double Value(double v, int column) => Math.Exp(v / (40 + 10 * column)) / (column + 1);
}
