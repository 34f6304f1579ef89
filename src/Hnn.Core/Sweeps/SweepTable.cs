using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Hnn.Core.Sweeps;

/// <summary>A table of a stored sweep: named columns of whole numbers, numbers or texts, all of one length. Immutable.</summary>
public sealed class SweepTable
{
    private readonly ImmutableArray<Array> _values;

    /// <param name="columns">Names and values: an <c>int[]</c>, <c>double[]</c> or <c>string[]</c>, all of one length and not to be changed any more.</param>
    internal SweepTable(IEnumerable<(string Name, Array Values)> columns)
    {
        var all = columns.ToArray();
        (Columns, _values) = ([.. all.Select(column => column.Name)], [.. all.Select(column => column.Values)]);
    }

    /// <summary>Names of the columns, in order.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => _values.IsEmpty ? 0 : _values[0].Length;

    /// <summary>The columns' values as they are.</summary>
    internal IEnumerable<(string Name, Array Values)> All => Columns.Zip(_values);

    /// <summary>Whether a column holds texts; otherwise it holds numbers.</summary>
    /// <param name="column">Name of a column.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public bool HoldsTexts(string column) => Of(column) is string[];

    /// <summary>The numbers of a column. Shape: [rows].</summary>
    /// <param name="column">Name of a column of numbers or whole numbers.</param>
    /// <exception cref="KeyNotFoundException">There is no such column, or it is of texts.</exception>
    public ImmutableArray<double> Numbers(string column) =>
        Of(column) is int[] whole ? [.. whole.Select(value => (double)value)] : As<double>(column);

    /// <summary>The whole numbers of a column. Shape: [rows].</summary>
    /// <param name="column">Name of a column of whole numbers.</param>
    /// <exception cref="KeyNotFoundException">There is no such column, or it is of another kind.</exception>
    public ImmutableArray<int> Integers(string column) => As<int>(column);

    /// <summary>The texts of a column. Shape: [rows].</summary>
    /// <param name="column">Name of a column of texts.</param>
    /// <exception cref="KeyNotFoundException">There is no such column, or it is of numbers.</exception>
    public ImmutableArray<string> Texts(string column) => As<string>(column);

    /// <summary>The rows of several tables of one kind, one table after the other. A column of numbers that one of them lacks is NaN there.</summary>
    internal static SweepTable Joined(IReadOnlyList<SweepTable> tables)
    {
        var filled = tables.Where(table => table.RowCount > 0).DefaultIfEmpty(tables[0]).ToArray();
        return new(filled.SelectMany(table => table.Columns).Distinct().Select(name => (name, Joined([.. filled.Select(table => table.Part(name))]))));
    }

    private Array Part(string column) => Columns.Contains(column) ? Of(column) : Enumerable.Repeat(double.NaN, RowCount).ToArray();

    private static Array Joined(IReadOnlyList<Array> parts)
    {
        var all = Array.CreateInstance(parts[0].GetType().GetElementType()!, parts.Sum(part => part.Length));
        var filled = 0;
        foreach (var part in parts)
        {
            part.CopyTo(all, filled);
            filled += part.Length;
        }

        return all;
    }

    private ImmutableArray<T> As<T>(string column) => Of(column) is T[] values
        ? ImmutableCollectionsMarshal.AsImmutableArray(values)
        : throw new KeyNotFoundException($"The column '{column}' holds {(HoldsTexts(column) ? "texts" : "numbers")}. Ask for these.");

    private Array Of(string column) => Columns.IndexOf(column) is >= 0 and var index
        ? _values[index]
        : throw new KeyNotFoundException($"The table has no column '{column}', only {string.Join(", ", Columns)}.");
}
