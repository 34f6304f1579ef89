using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Kernels;

/// <summary>The fraction 1 - exp(-z) against its series in decimal arithmetic of 28 digits.</summary>
public sealed class GateStepTests
{
    // The bounds that GateStep.cs states.
    [Theory]
    [InlineData(3, GateStep.Limit3, 2e-14)]
    [InlineData(5, GateStep.Limit5, 7e-15)]
    [InlineData(6, GateStep.Limit6, 7e-15)]
    [InlineData(9, GateStep.Limit9, 7e-15)]
    public void A_fraction_is_as_exact_as_its_header_says(int degree, double limit, double bound)
    {
        foreach (var z in Draw.Uniform(5_000, limit * 1e-3, limit, seed: degree).Append(limit))
            Assert.InRange(RelativeError(Fraction(degree, z), z), 0, bound);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(9)]
    public void Without_a_step_nothing_moves(int degree) => Assert.Equal(0, Fraction(degree, 0));

    // Doubling does not enlarge a relative error; each adds the rounding of two operations, 3e-16.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Doubling_undoes_the_halving_of_a_step(int halvings)
    {
        foreach (var z in Draw.Uniform(1_000, GateStep.Limit6 / 100, GateStep.Limit6, seed: halvings))
        {
            var fraction = GateStep.Doubled(Lanes1.All(Fraction(6, z)), halvings).Value;
            Assert.InRange(RelativeError(fraction, Math.ScaleB(z, halvings)), 0, 7e-15 + halvings * 3e-16);
        }
    }

    [Theory]
    [InlineData(0.1, 0.115, 0)]
    [InlineData(0.115, 0.115, 0)]
    [InlineData(0.12, 0.115, 1)]
    [InlineData(1, 0.115, 4)]
    [InlineData(double.PositiveInfinity, 0.115, 0)]
    [InlineData(double.NaN, 0.115, 0)]
    public void A_step_is_halved_until_it_is_below_the_limit(double largest, double limit, int halvings) =>
        Assert.Equal(halvings, GateStep.Halvings(largest, limit));

    private static double Fraction(int degree, double z)
    {
        var step = Lanes1.All(z);
        var fraction = degree switch
        {
            3 => GateStep.Fraction3(step),
            5 => GateStep.Fraction5(step),
            6 => GateStep.Fraction6(step),
            _ => GateStep.Fraction9(step),
        };
        return fraction.Value;
    }

    private static double RelativeError(double fraction, double z)
    {
        var expected = OneLessExponential(Exact(z));
        return (double)(Math.Abs(Exact(fraction) - expected) / expected);
    }

    // z - z²/2! + z³/3! - …
    private static decimal OneLessExponential(decimal z)
    {
        var (sum, term) = (0m, -1m);
        for (var k = 1; k < 80; k++)
        {
            term *= -z / k;
            sum += term;
        }

        return sum;
    }

    // The cast from double to decimal keeps only 15 digits.
    private static decimal Exact(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1075;
        decimal value = (bits & ((1L << 52) - 1)) | (1L << 52);
        for (; exponent < 0; exponent++)
            value /= 2;
        return value;
    }
}
