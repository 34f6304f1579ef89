using Hnn.Testing.Oracle;

namespace Hnn.Engine.Tests.Oracle;

/// <summary>Constants and tables the mechanisms rest on, as numbers; expected values from NEURON 8.2.2 (numerics, section 11).</summary>
public sealed class RateTests
{
    // A chain of a power, a logarithm or an exponential and a few products.
    private const double Relative = 1e-15;

    [Fact]
    public void Slow_channels_run_at_a_quarter_of_their_speed_at_37_degrees() =>
        Assert.Equal(0.2488367461978179, Temperature.Speed(37), 0.2488367461978179 * Relative);

    [Fact]
    public void The_calcium_reversal_potential_uses_the_legacy_constants() =>
        Assert.Equal(132.32668565108486, Temperature.CalciumReversal(37, 1e-4), 132.0 * Relative);

    [Theory]
    [InlineData(0.5, 5, 1.435055183349871)]
    [InlineData(1, 20, 1.2323999091818731)]
    [InlineData(45, 200, 1.9896392539612353)]
    public void Two_exponential_synapses_are_scaled_to_unit_peak(double rise, double decay, double expected) =>
        Assert.Equal(expected, Exp2Current.PeakFactor(rise, decay), expected * Relative);

    [Fact]
    public void A_table_is_exact_at_its_abscissae_linear_between_and_flat_beyond()
    {
        var squares = new RateTable(-1, 3, 4, v => v * v);

        Assert.Equal([1, 1, 0, 0.5, 1, 2.5, 9, 9], new[] { -7, -1, 0, 0.5, 1, 1.5, 3, 8 }.Select(squares.At));
    }
}
