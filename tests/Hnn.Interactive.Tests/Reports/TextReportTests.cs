using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Tests.Reports;

public class TextReportTests
{
    [Fact]
    public void A_table_has_aligned_columns_under_its_heading()
    {
        var text = TextReport.Write(new Report("Title", new Table("Cells", ["name", "count"], [["a", "100"], ["longer", "1"]])));

        Assert.Equal("Title\n  Cells:\n    name    count\n    a       100\n    longer  1", text);
    }

    [Fact]
    public void A_long_table_ends_after_twenty_rows_and_says_so()
    {
        var text = TextReport.Write(new Report("Title", new Table("", [], [.. Enumerable.Range(0, 23).Select(row => (System.Collections.Immutable.ImmutableArray<string>)[$"{row}", "x"])])));

        Assert.EndsWith("\n  19  x\n  … and 3 more", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_are_left_out_and_figures_named() =>
        Assert.Equal(
            "Title\n  [Figure: Dipole moment (nAm) over Time (ms): Whole]",
            TextReport.Write(new Report("Title", new Fold("More", [new Sentence("Hidden.")]), new Drawing(Plots.Plots.DipoleLayers(Samples.Target)))));
}
