using Hnn.Core.Files;

namespace Hnn.Core.Tests.Files;

public class FixedPointTests
{
    // What C's printf("%.3f") writes; 0.0625 and the like are exact ties, 0.0125 is a little above one.
    [Theory]
    [InlineData(0.0625, "0.062")]
    [InlineData(0.1875, "0.188")]
    [InlineData(-0.0625, "-0.062")]
    [InlineData(1000000.0625, "1000000.062")]
    [InlineData(0.0125, "0.013")]
    [InlineData(-0.0001, "-0.000")]
    [InlineData(0, "0.000")]
    [InlineData(169.99999999998232, "170.000")]
    [InlineData(1e15, "1000000000000000.000")]
    public void A_number_is_rounded_as_in_C(double value, string text) => Assert.Equal(text, FixedPoint.Format(value, 3));
}
