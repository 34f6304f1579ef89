using Hnn.Core.Files;

namespace Hnn.Core.Sweeps.Storage;

/// <summary>Writes and reads tables in the format that the file's extension names.</summary>
internal static class TableFiles
{
    /// <exception cref="IOException">The file exists and may not be replaced, or cannot be written.</exception>
    public static void Write(string path, SweepTable table, bool overwrite) =>
        AtomicFile.Write(path, stream => (IsCsv(path) ? (Action<SweepTable, Stream>)CsvTable.Write : ParquetTable.Write)(table, stream), overwrite);

    /// <param name="path">Path of the file.</param>
    /// <param name="table">Name of the table, which decides what its columns hold.</param>
    /// <exception cref="FileFault">The file is missing, damaged, or has other columns.</exception>
    public static SweepTable Read(string path, string table)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return IsCsv(path) ? CsvTable.Read(path, stream, column => SweepTables.TypeOf(table, column)) : ParquetTable.Read(path, stream);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new FileFault(path, "The file cannot be read.", cause.Message, "Restore the file, or run the sweep again in another folder.", cause);
        }
    }

    private static bool IsCsv(string path) => path.EndsWith(".csv", StringComparison.Ordinal);
}
