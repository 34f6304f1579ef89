using System.Globalization;
using System.Text;
using Hnn.Core.Files;

namespace Hnn.Core.Sweeps.Storage;

/// <summary>Tables as text: commas, a row of names, fields in quotation marks where they must be (RFC 4180), lines that end in \n.</summary>
internal static class CsvTable
{
    public static void Write(SweepTable table, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', table.Columns.Select(Quoted)));
        var columns = table.All.Select(column => Cells(column.Values)).ToArray();
        for (var row = 0; row < table.RowCount; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                if (column > 0)
                    writer.Write(',');
                writer.Write(columns[column](row));
            }

            writer.WriteLine();
        }
    }

    /// <param name="path">Path of the file, for faults.</param>
    /// <param name="stream">Its content.</param>
    /// <param name="typeOf">What a column of that name holds: <c>int</c>, <c>double</c> or <c>string</c>.</param>
    /// <exception cref="FileFault">A row has not as many fields as there are names, or a field is no number.</exception>
    public static SweepTable Read(string path, Stream stream, Func<string, Type> typeOf)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var names = NextRow(reader) ?? throw Fault(path, 1, "The file is empty.", "It begins with the names of the columns.");
        var columns = names.Select(_ => new List<string>()).ToArray();
        for (var line = 2; NextRow(reader) is { } row; line++)
        {
            if (row.Count != names.Count)
                throw Fault(path, line, $"The row has {row.Count} fields.", $"There are {names.Count} columns.");
            foreach (var (column, field) in columns.Zip(row))
                column.Add(field);
        }

        return new SweepTable(names.Zip(columns, (name, fields) => (name, Values(path, name, fields, typeOf(name)))));
    }

    private static Func<int, string> Cells(Array values) => values switch
    {
        int[] whole => row => whole[row].ToString(CultureInfo.InvariantCulture),
        double[] numbers => row => numbers[row].ToString(CultureInfo.InvariantCulture),
        _ => row => Quoted(((string[])values)[row]),
    };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static Array Values(string path, string name, List<string> fields, Type type)
    {
        if (type == typeof(string))
            return fields.ToArray();
        if (type == typeof(int))
            return Parsed(path, name, fields, field => (int.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value), value));
        return Parsed(path, name, fields, field => (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value), value));
    }

    private static T[] Parsed<T>(string path, string name, List<string> fields, Func<string, (bool IsNumber, T Value)> parse)
    {
        var values = new T[fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (isNumber, value) = parse(fields[i]);
            values[i] = isNumber ? value : throw Fault(path, i + 2, $"'{fields[i]}' is no number.", $"The column '{name}' holds numbers.");
        }

        return values;
    }

    // The fields up to the end of the line; null at the end of the file. A quotation mark within quotation marks is doubled.
    private static List<string>? NextRow(StreamReader reader)
    {
        if (reader.Peek() < 0)
            return null;
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (int read; (read = reader.Read()) >= 0;)
        {
            var character = (char)read;
            if (character == '"' && isQuoted && reader.Peek() == '"')
                field.Append((char)reader.Read());
            else if (character == '"')
                isQuoted = !isQuoted;
            else if (character == ',' && !isQuoted)
                Close();
            else if (character == '\n' && !isQuoted)
                break;
            else if (character != '\r' || isQuoted)
                field.Append(character);
        }

        Close();
        return fields;

        void Close()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }

    private static FileFault Fault(string path, int line, string what, string why) =>
        new(path, what, why, "Restore the file, or run the sweep again in another folder.") { Line = line };
}
