using Hnn.Core.Files;
using Hnn.Core.Sweeps;
using Hnn.Core.Sweeps.Storage;
using Hnn.Testing;

namespace Hnn.Core.Tests.Sweeps.Storage;

public class ParquetTableTests
{
    [Theory, InlineData(0), InlineData(1), InlineData(5000)]
    public void A_table_is_read_again_as_it_was_written(int rows)
    {
        var table = Tables.Varied(rows);

        var again = WrittenAndRead(table);

        Assert.Equal(table.Columns, again.Columns);
        Assert.Equal(rows, again.RowCount);
        Assert.Equal(table.Integers("point"), again.Integers("point"));
        Assert.Equal(table.Numbers("evprox.mu / \"ä\"").Select(BitConverter.DoubleToInt64Bits), again.Numbers("evprox.mu / \"ä\"").Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(table.Texts("fault"), again.Texts("fault"));
    }

    [Fact]
    public void Another_implementation_reads_the_same_tables()
    {
        Assert.SkipWhen(HyparquetReader.WhyNot is not null, HyparquetReader.WhyNot ?? "");
        using var folder = new TemporaryFolder();
        SmallSweep.With(folder.PathOf("")).RunToEnd(SmallSweep.Points);
        var store = SweepStore.Open(folder.PathOf(""));
        foreach (var (name, output) in new[] { ("points", SweepOutputs.None), ("dipoles", SweepOutputs.Dipoles), ("spikes", SweepOutputs.Spikes) })
        {
            var expected = store.Read(output);

            var read = HyparquetReader.Read(folder.PathOf($"{name}-000000-000003.parquet"), folder.PathOf($"{name}-000004-000005.parquet"));

            Assert.Equal(expected.Columns, read[0].EnumerateObject().Select(column => column.Name));
            foreach (var column in expected.Columns)
            {
                var values = read.Select(file => file.GetProperty(column)).ToArray();
                if (column is "type" or "fault")
                    Assert.Equal(expected.Texts(column), values.SelectMany(JsonNumbers.AsStrings));
                else
                    Assert.Equal(expected.Numbers(column), values.SelectMany(JsonNumbers.AsDoubles));
            }
        }
    }

    [Fact]
    public void Another_implementation_reads_odd_names_numbers_and_texts()
    {
        Assert.SkipWhen(HyparquetReader.WhyNot is not null, HyparquetReader.WhyNot ?? "");
        using var folder = new TemporaryFolder();
        TableFiles.Write(folder.PathOf("varied.parquet"), Tables.Varied(5000), overwrite: false);
        TableFiles.Write(folder.PathOf("empty.parquet"), Tables.Varied(0), overwrite: false);

        var read = HyparquetReader.Read(folder.PathOf("varied.parquet"), folder.PathOf("empty.parquet"));

        Assert.Equal(Tables.Varied(5000).Numbers("evprox.mu / \"ä\""), read[0].GetProperty("evprox.mu / \"ä\"").AsDoubles());
        Assert.Equal(Tables.Varied(5000).Numbers("point"), read[0].GetProperty("point").AsDoubles());
        Assert.Equal(Tables.Varied(5000).Texts("fault"), read[0].GetProperty("fault").AsStrings());
        Assert.Equal(0, read[1].GetProperty("point").GetArrayLength());
    }

    [Fact]
    public void What_is_no_Parquet_file_is_a_fault() =>
        Assert.Throws<FileFault>(() => ParquetTable.Read("some.parquet", new MemoryStream([1, 2, 3])));

    private static SweepTable WrittenAndRead(SweepTable table)
    {
        using var stream = new MemoryStream();
        ParquetTable.Write(table, stream);
        return ParquetTable.Read("some.parquet", new MemoryStream(stream.ToArray()));
    }
}
