using Hnn.Core.Analysis;
using Hnn.Testing;

namespace Hnn.Core.Tests.Analysis;

public class DipoleBaselineTests
{
    // Per cell, from section 7 of the numerics specification, worked by hand.
    [Theory]
    [InlineData("L2", 0, -0.0443)]
    [InlineData("L2", 900, -0.0443)]
    [InlineData("L5", 37, 49.0502)]
    [InlineData("L5", 100, 51.231085 - 0.34770508)]
    [InlineData("L5", 750, 48.412078 - 0.07575)]
    [InlineData("L4", 100, 0)]
    public void The_resting_dipole_of_each_cell_is_subtracted(string layer, double time, double change)
    {
        var corrected = DipoleBaseline.Subtract(layer, [1000.0], [time], pyramidalCells: 4);

        // Rounding of numbers near 1000.
        Assert.Equal(1000 + 4 * change, corrected[0], 1e-12);
    }

    [Fact]
    public void The_bits_are_those_of_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var table = ReferenceData.Table("signal/baseline_3x3.csv.gz");

        var layer2 = DipoleBaseline.Subtract("L2", table["raw_L2_fAm"], table["time"], pyramidalCells: 9);
        var layer5 = DipoleBaseline.Subtract("L5", table["raw_L5_fAm"], table["time"], pyramidalCells: 9);

        Assert.Equal(table["L2_nAm"], layer2.Select(value => value * 1e-6));
        Assert.Equal(table["L5_nAm"], layer5.Select(value => value * 1e-6));
        Assert.Equal(table["agg_nAm"], layer2.Zip(layer5, (a, b) => (a + b) * 1e-6));
    }
}
