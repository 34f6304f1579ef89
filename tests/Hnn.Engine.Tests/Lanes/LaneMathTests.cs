using Hnn.Engine.Lanes;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Lanes;

public sealed class LaneMathTests
{
    [Fact]
    public void Logarithms_are_within_two_units_in_the_last_place()
    {
        foreach (var exponent in Draw.Uniform(20_000, -300, 300, seed: 1))
            IsLogarithm(Math.Pow(10, exponent));

        // The calcium concentrations of cells, in mM.
        foreach (var calcium in Draw.Uniform(20_000, 1e-5, 1e-2, seed: 2))
            IsLogarithm(calcium);
    }

    [Fact]
    public void The_logarithm_of_one_is_exactly_zero() => Assert.Equal(0, LaneMath.Log(Lanes1.All(1)).Value);

    private static void IsLogarithm(double x)
    {
        var expected = Math.Log(x);
        var ulp = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
        Assert.InRange(LaneMath.Log(Lanes1.All(x)).Value, expected - 2 * ulp, expected + 2 * ulp);
    }
}
