using Hnn.Core.Files;
using Parquet;
using Parquet.Schema;

namespace Hnn.Core.Sweeps.Storage;

/// <summary>Tables as Parquet files of one row group, compressed with Snappy, which every reader knows.</summary>
internal static class ParquetTable
{
    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Snappy };

    public static void Write(SweepTable table, Stream stream)
    {
        using var content = new MemoryStream();
        Task.Run(() => WriteAsync(table, content)).GetAwaiter().GetResult();
        content.WriteTo(stream);
    }

    /// <exception cref="FileFault">The content is damaged, or has columns of other kinds.</exception>
    public static SweepTable Read(string path, Stream stream)
    {
        try
        {
            return Task.Run(() => ReadAsync(stream)).GetAwaiter().GetResult();
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            throw new FileFault(path, "The file is no Parquet file, or is damaged.", cause.Message, "Restore the file, or run the sweep again in another folder.", cause);
        }
    }

    private static async Task WriteAsync(SweepTable table, Stream stream)
    {
        var columns = table.All.Select(column => (Field: new DataField(column.Name, column.Values.GetType().GetElementType()!, isNullable: false), column.Values)).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(columns.Select(column => column.Field)), stream, Options).ConfigureAwait(false);
        using var group = writer.CreateRowGroup();
        foreach (var (field, values) in columns)
        {
            if (values is int[] whole)
                await group.WriteAsync<int>(field, whole).ConfigureAwait(false);
            else if (values is double[] numbers)
                await group.WriteAsync<double>(field, numbers).ConfigureAwait(false);
            else
                await group.WriteAsync(field, (string[])values).ConfigureAwait(false);
        }
    }

    private static async Task<SweepTable> ReadAsync(Stream stream)
    {
        await using var reader = await ParquetReader.CreateAsync(stream).ConfigureAwait(false);
        using var group = reader.OpenRowGroupReader(0);
        var columns = new List<(string, Array)>();
        foreach (var field in reader.Schema.GetDataFields())
            columns.Add((field.Name, await ReadAsync(group, field).ConfigureAwait(false)));
        return new SweepTable(columns);
    }

    private static async Task<Array> ReadAsync(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(int))
        {
            var whole = new int[group.RowCount];
            await group.ReadAsync<int>(field, whole).ConfigureAwait(false);
            return whole;
        }

        if (field.ClrType == typeof(double))
        {
            var numbers = new double[group.RowCount];
            await group.ReadAsync<double>(field, numbers).ConfigureAwait(false);
            return numbers;
        }

        var texts = new string[group.RowCount];
        await group.ReadAsync(field, texts.AsMemory()!).ConfigureAwait(false);
        return texts;
    }
}
