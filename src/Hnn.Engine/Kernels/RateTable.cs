using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// RateTable: functions of the voltage, tabulated in even steps and interpolated linearly, flat beyond the ends.
// A row holds the values at one abscissa and their differences to the next row, in the layout of ILanes.Lookup2, 4 or 6.
// The abscissae are a running sum, as in the reference (numerics.md section 5).
internal sealed unsafe class RateTable
{
    private readonly NativeBuffer _rows;

    public RateTable(double low, double high, int intervals, params Func<double, double>[] columns)
    {
        var step = (high - low) / intervals;
        Low = low;
        Top = intervals;
        PerMillivolt = 1 / step;
        Columns = columns.Length;
        _rows = new NativeBuffer((intervals + 1) * 2L * Columns);
        var abscissa = low;
        for (var row = 0; row <= intervals; row++, abscissa += step)
        {
            for (var column = 0; column < Columns; column++)
                At(row, column) = columns[column](abscissa);
        }

        for (var row = 0; row < intervals; row++)
        {
            for (var column = 0; column < Columns; column++)
                At(row, column, difference: true) = At(row + 1, column) - At(row, column);
        }
    }

    public double Low { get; }

    public double Top { get; }

    public double PerMillivolt { get; }

    public int Columns { get; }

    public double* Rows => _rows.Pointer;

    /// <summary>The smallest tabulated value of a column.</summary>
    public double Minimum(int column)
    {
        var minimum = double.PositiveInfinity;
        for (var row = 0; row <= (int)Top; row++)
            minimum = Math.Min(minimum, At(row, column));
        return minimum;
    }

    /// <summary>
    /// Interpolates all columns for some nodes. Done ahead of the gates' own loop, because its chain of operations is as long
    /// as theirs: apart, several nodes of each are under way at once.
    /// </summary>
    /// <param name="voltage">Voltages in mV. Shape: [node][lane].</param>
    /// <param name="nodes">The nodes to look up.</param>
    /// <param name="results">The values found. Shape: [index among the nodes][column][lane].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read<V>(double* voltage, ReadOnlySpan<int> nodes, double* results)
        where V : struct, ILanes<V>
    {
        switch (Columns)
        {
            case 2:
                Read2<V>(voltage, nodes, results);
                break;
            case 4:
                Read4<V>(voltage, nodes, results);
                break;
            default:
                Read6<V>(voltage, nodes, results);
                break;
        }
    }

    /// <summary>The interpolated value of a column at a voltage.</summary>
    public double At(double voltage, int column)
    {
        var position = Lanes1.Clamp(Lanes1.All((voltage - Low) * PerMillivolt), Lanes1.All(Top)).Value;
        var row = (int)position;
        return Math.FusedMultiplyAdd(position - row, At(row, column, difference: true), At(row, column));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Position<V>(double* voltage)
        where V : struct, ILanes<V> =>
        V.Clamp((V.Load(voltage) - V.All(Low)) * V.All(PerMillivolt), V.All(Top));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read2<V>(double* voltage, ReadOnlySpan<int> nodes, double* results)
        where V : struct, ILanes<V>
    {
        foreach (var node in nodes)
        {
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                V.Lookup2(Rows, Position<V>(voltage + (nint)node * Block.Lanes + lane), out var a, out var b);
                V.Store(results + lane, a);
                V.Store(results + Block.Lanes + lane, b);
            }

            results += 2 * Block.Lanes;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read4<V>(double* voltage, ReadOnlySpan<int> nodes, double* results)
        where V : struct, ILanes<V>
    {
        foreach (var node in nodes)
        {
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                V.Lookup4(Rows, Position<V>(voltage + (nint)node * Block.Lanes + lane), out var a, out var b, out var c, out var d);
                V.Store(results + lane, a);
                V.Store(results + Block.Lanes + lane, b);
                V.Store(results + 2 * Block.Lanes + lane, c);
                V.Store(results + 3 * Block.Lanes + lane, d);
            }

            results += 4 * Block.Lanes;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read6<V>(double* voltage, ReadOnlySpan<int> nodes, double* results)
        where V : struct, ILanes<V>
    {
        foreach (var node in nodes)
        {
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                V.Lookup6(
                    Rows,
                    Position<V>(voltage + (nint)node * Block.Lanes + lane),
                    out var a,
                    out var b,
                    out var c,
                    out var d,
                    out var e,
                    out var f);
                V.Store(results + lane, a);
                V.Store(results + Block.Lanes + lane, b);
                V.Store(results + 2 * Block.Lanes + lane, c);
                V.Store(results + 3 * Block.Lanes + lane, d);
                V.Store(results + 4 * Block.Lanes + lane, e);
                V.Store(results + 5 * Block.Lanes + lane, f);
            }

            results += 6 * Block.Lanes;
        }
    }

    // Columns go in groups of four, the rest in a group of two; a group's differences follow its values.
    private ref double At(int row, int column, bool difference = false)
    {
        var inFours = column < Columns / 4 * 4;
        var group = inFours ? 4 : Columns % 4;
        var start = inFours ? column / 4 * 8 : Columns / 4 * 8;
        var place = start + column % 4 + (difference ? group : 0);
        return ref _rows.Pointer[row * 2L * Columns + place];
    }
}
