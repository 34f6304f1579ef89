using Hnn.Core.Sweeps;

namespace Hnn.Core.Tests.Sweeps;

public class SweepTableTests
{
    private readonly SweepTable _table = new([("point", new[] { 0, 1 }), ("mu", new[] { 40.5, 50 }), ("fault", new[] { "", "It was too late." })]);

    [Fact]
    public void A_table_tells_which_columns_hold_texts() => Assert.Equal([false, false, true], _table.Columns.Select(_table.HoldsTexts));

    [Fact]
    public void Whole_numbers_are_numbers_too() => Assert.Equal([0.0, 1], _table.Numbers("point"));

    [Fact]
    public void A_column_that_is_not_there_is_an_error_that_names_those_that_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => _table.HoldsTexts("sigma"));

        Assert.Contains("point, mu, fault", error.Message, StringComparison.Ordinal);
    }
}
