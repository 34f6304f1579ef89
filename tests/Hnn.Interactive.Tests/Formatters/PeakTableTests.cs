using Hnn.Core.Results;
using Hnn.Interactive.Formatters;

namespace Hnn.Interactive.Tests.Formatters;

public class PeakTableTests
{
    private static readonly Dipole Plain = Samples.Target;

    private static readonly Dipole Scaled = Plain.Scaled(3000);

    [Fact]
    public void A_table_has_the_unit_of_the_chart_beside_it()
    {
        Assert.Equal(["deflection", "latency (ms)", "moment (nAm × 3000)", "prominence (nAm × 3000)"], PeakTable.OfDeflections(Scaled).Columns);
        Assert.Equal(["", "highest (nAm × 3000)", "at (ms)", "lowest (nAm × 3000)", "at (ms)"], PeakTable.OfRanges([("one", Scaled, Dipole.Aggregate)]).Columns);
        Assert.Equal(["", "highest (nAm)", "at (ms)", "lowest (nAm)", "at (ms)"], PeakTable.OfRanges([("one", Plain, Dipole.Aggregate)]).Columns);
    }

    [Fact]
    public void Where_the_scales_differ_each_row_says_its_own()
    {
        var table = PeakTable.OfRanges([("one", Plain, Dipole.Aggregate), ("two", Scaled, Dipole.Aggregate)]);

        Assert.Equal("highest (nAm)", table.Columns[1]);
        Assert.Equal(["one", "two × 3000"], table.Rows.Select(row => row[0]));
    }
}
