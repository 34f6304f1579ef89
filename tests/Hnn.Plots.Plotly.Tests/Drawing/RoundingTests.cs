using Hnn.Plots.Colors;
using Hnn.Plots.Plotly.Drawing;

namespace Hnn.Plots.Plotly.Tests.Drawing;

public class RoundingTests
{
    [Fact]
    public void Times_are_rounded_to_the_microsecond() =>
        Assert.Equal([0.075, 1234.568, null], Rounding.Positions([0.075000000000000011, 1234.5678, double.NaN], new Axis("Time", "ms")));

    [Fact]
    public void Positions_are_rounded_to_a_hundred_thousandth_of_their_range() =>
        Assert.Equal([-12.3457, 0, 87.6543], Rounding.Positions([-12.345678, 0.00001234, 87.654321], new Axis("Moment", "nAm")));

    [Theory, InlineData(1e-12), InlineData(1e12)]
    public void A_range_may_be_of_any_size(double size)
    {
        var rounded = Rounding.Positions([1.23456789 * size, 2.5 * size], new Axis("Power"));

        Assert.Equal(1.23456789, rounded[0]!.Value / size, 1e-5);
    }

    [Fact]
    public void On_a_logarithmic_axis_each_number_keeps_six_digits() =>
        Assert.Equal([1.23457e-6, 123457], Rounding.Positions([1.23456789e-6, 123456.789], new Axis("Weight", "µS") { IsLogarithmic = true }));

    [Fact]
    public void Colours_are_rounded_to_a_power_of_ten_that_leaves_250_shades_or_more() =>
        Assert.Equal([-64.9, 40], Rounding.Shades([-64.94, 39.96], new ColorScale(new Axis("Voltage", "mV"), Colormap.Inferno, -80, 40)));

    [Fact]
    public void Uneven_samples_are_not_told_by_their_distance()
    {
        var times = Enumerable.Range(0, 200).Select(sample => sample == 100 ? 50.01 : sample * 0.5);

        Assert.Null(Rounding.EvenlySpaced([.. times]));
    }

    [Fact]
    public void Evenly_spaced_samples_are_met_exactly()
    {
        var times = Enumerable.Range(0, 6801).Select(sample => sample * 0.025);

        Assert.Equal((0, 0.025), Rounding.EvenlySpaced([.. times]));
    }
}
