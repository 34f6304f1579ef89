using System.Collections.Immutable;

namespace Hnn.Testing;

/// <summary>A recorded table: named columns of numbers or texts. Immutable.</summary>
public sealed class ReferenceTable
{
    private readonly string[][] _rows;

    private ReferenceTable(ImmutableArray<string> columns, string[][] rows)
    {
        Columns = columns;
        _rows = rows;
    }

    /// <summary>Names of the columns, in order.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Number of rows below the header.</summary>
    public int RowCount => _rows.Length;

    /// <summary>The numbers of a column. Shape: [rows].</summary>
    /// <param name="column">Name of the column.</param>
    public double[] this[string column] => [.. Text(column).Select(NumberText.Parse)];

    /// <summary>The texts of a column. Shape: [rows].</summary>
    /// <param name="column">Name of the column.</param>
    public string[] Text(string column)
    {
        var index = Columns.IndexOf(column);
        return index < 0
            ? throw new KeyNotFoundException($"The table has no column '{column}', only {string.Join(", ", Columns)}.")
            : [.. _rows.Select(row => row[index])];
    }

    /// <summary>The whole numbers of a column. Shape: [rows].</summary>
    /// <param name="column">Name of the column.</param>
    public int[] Integers(string column) => [.. this[column].Select(value => checked((int)value))];

    internal static ReferenceTable Read(TextReader reader)
    {
        var columns = (reader.ReadLine() ?? throw new InvalidDataException("The table is empty; a header row is expected.")).Split(',');
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
            rows.Add(line.Split(','));
        return new ReferenceTable([.. columns], [.. rows]);
    }
}
