using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Hnn.Core.Files;

namespace Hnn.Core.Verification;

/// <summary>A recorded table: comma-separated columns under a header row, perhaps compressed (<c>.gz</c>).</summary>
internal sealed class RecordedTable
{
    private const long MaxCharacters = 1L << 30;

    private readonly string[][] _rows;

    private RecordedTable(string path, ImmutableArray<string> columns, string[][] rows) => (Path, Columns, _rows) = (path, columns, rows);

    public string Path { get; }

    /// <summary>Names of the columns, in order.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Number of rows below the header.</summary>
    public int RowCount => _rows.Length;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FileFault">It cannot be read, is too large, has no header, or a row of another width.</exception>
    public static RecordedTable Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(content);
            return Read(path, reader);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new FileFault(path, "The file cannot be read.", cause.Message, "Restore the file.", cause);
        }
    }

    /// <summary>The texts of a column. Shape: [rows].</summary>
    /// <exception cref="FileFault">There is no such column.</exception>
    public string[] Texts(string column)
    {
        var index = IndexOf(column);
        return [.. _rows.Select(row => row[index])];
    }

    /// <summary>The numbers of a column. Shape: [rows].</summary>
    /// <exception cref="FileFault">There is no such column, or something in it is not a finite number.</exception>
    public double[] Numbers(string column)
    {
        var index = IndexOf(column);
        var numbers = new double[_rows.Length];
        for (var row = 0; row < numbers.Length; row++)
        {
            if (!double.TryParse(_rows[row][index], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[row]) || !double.IsFinite(numbers[row]))
                throw Fault(row, $"'{_rows[row][index]}' in the column '{column}' is not a number.", "The column holds finite numbers.");
        }

        return numbers;
    }

    /// <summary>The whole numbers of a column. Shape: [rows].</summary>
    /// <exception cref="FileFault">There is no such column, or something in it is not a whole number.</exception>
    public int[] Integers(string column)
    {
        var index = IndexOf(column);
        var numbers = new int[_rows.Length];
        for (var row = 0; row < numbers.Length; row++)
        {
            if (!int.TryParse(_rows[row][index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[row]))
                throw Fault(row, $"'{_rows[row][index]}' in the column '{column}' is not a whole number.", "The column holds whole numbers.");
        }

        return numbers;
    }

    private static RecordedTable Read(string path, StreamReader reader)
    {
        if (reader.ReadLine() is not { Length: > 0 } header)
            throw new FileFault(path, "The file is empty.", "A header row is expected.", "Restore the file.");
        var columns = header.Split(',').ToImmutableArray();
        var rows = new List<string[]>();
        for (var read = (long)header.Length; reader.ReadLine() is { } line; read += line.Length)
        {
            var row = line.Split(',');
            if (row.Length != columns.Length)
                throw new FileFault(path, $"The row has {row.Length} columns.", $"The header has {columns.Length}.", "Restore the file.") { Line = rows.Count + 2 };
            if (read > MaxCharacters)
                throw new FileFault(path, "The file is too large.", $"Tables have at most {MaxCharacters} characters.", "Check that the file is the right one.");
            rows.Add(row);
        }

        return new RecordedTable(path, columns, [.. rows]);
    }

    private int IndexOf(string column) => Columns.IndexOf(column) is >= 0 and var index
        ? index
        : throw new FileFault(Path, $"The table has no column '{column}'.", $"It has {string.Join(", ", Columns)}.", "Restore the file.") { Line = 1 };

    private FileFault Fault(int row, string what, string why) => new(Path, what, why, "Restore the file.") { Line = row + 2 };
}
