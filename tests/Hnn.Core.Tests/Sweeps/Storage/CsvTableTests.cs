using System.Text;
using Hnn.Core.Files;
using Hnn.Core.Sweeps;
using Hnn.Core.Sweeps.Storage;

namespace Hnn.Core.Tests.Sweeps.Storage;

public class CsvTableTests
{
    [Theory, InlineData(0), InlineData(1), InlineData(500)]
    public void A_table_is_read_again_as_it_was_written(int rows)
    {
        var table = Tables.Varied(rows);

        var again = Read(Written(table));

        Assert.Equal(table.Columns, again.Columns);
        Assert.Equal(table.Integers("point"), again.Integers("point"));
        Assert.Equal(table.Numbers("evprox.mu / \"ä\"").Select(BitConverter.DoubleToInt64Bits), again.Numbers("evprox.mu / \"ä\"").Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(table.Texts("fault"), again.Texts("fault"));
    }

    [Fact]
    public void The_text_is_plain_and_the_same_in_every_country()
    {
        int[] points = [0, 1];
        double[] weights = [0.1 + 0.2, double.NaN];
        string[] faults = ["", "a, \"b\""];

        var table = new SweepTable([("point", points), ("weight", weights), ("fault", faults)]);

        Assert.Equal("point,weight,fault\n0,0.30000000000000004,\n1,NaN,\"a, \"\"b\"\"\"\n", Written(table));
    }

    [Theory]
    [InlineData("", "line 1", "The file is empty.")]
    [InlineData("point,fault\n1\n", "line 2", "The row has 1 fields.")]
    [InlineData("point,fault\n1,\none,\n", "line 3", "'one' is no number.")]
    [InlineData("point,mu\n1,2,5\n", "line 2", "The row has 3 fields.")]
    public void What_is_no_such_table_is_a_fault_that_names_the_line(string text, string place, string what)
    {
        var fault = Assert.Throws<FileFault>(() => Read(text));

        Assert.Equal(place, fault.Place);
        Assert.Equal(what, fault.What);
    }

    private static string Written(SweepTable table)
    {
        using var stream = new MemoryStream();
        CsvTable.Write(table, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static SweepTable Read(string text) =>
        CsvTable.Read("some.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), column => SweepTables.TypeOf("points", column));
}
