using Hnn.Plots.Pictures;

namespace Hnn.Plots.Tests.Pictures;

public class AxisScaleTests
{
    [Theory]
    [InlineData(0.25, "0.25")]
    [InlineData(-3, "−3")]
    [InlineData(1e-7, "10⁻⁷")]
    [InlineData(-1e20, "−10²⁰")]
    [InlineData(2.5e-7, "2.5·10⁻⁷")]
    [InlineData(-2.5e12, "−2.5·10¹²")]
    public void A_number_is_written_as_in_print(double value, string text) => Assert.Equal(text, AxisScale.NumberText(value));

    [Theory]
    [InlineData(0, 170, "0 50 100 150")]
    [InlineData(-1, 1, "−1 −0.5 0 0.5 1")]
    [InlineData(170, 0, "150 100 50 0")]
    [InlineData(1e6, 1000001, "1000000 1000000.2 1000000.4 1000000.6 1000000.8 1000001")]
    public void Marks_are_round_numbers_with_as_many_digits_as_tell_them_apart(double min, double max, string texts) => Assert.Equal(texts, TextsOf(new("x") { Min = min, Max = max }));

    [Theory]
    [InlineData(0.01, 1000, "0.01 0.1 1 10 100 1000")]
    [InlineData(1, 30, "1 2 5 10 20")]
    [InlineData(3.1, 3.3, "3.1 3.15 3.2 3.25 3.3")]
    public void A_logarithmic_axis_has_powers_of_ten_and_finer_marks_where_they_are_too_few(double min, double max, string texts) =>
        Assert.Equal(texts, TextsOf(new("x") { Min = min, Max = max, IsLogarithmic = true }));

    [Fact]
    public void Marks_whose_texts_would_touch_are_left_out()
    {
        var axis = new Axis("x") { Min = 0, Max = 9, Ticks = [.. Enumerable.Range(0, 10).Select(at => new Tick(at, $"name {at}"))] };

        var scale = new AxisScale(axis, [], margin: 0, from: 0, to: 90);

        Assert.Equal(["name 0", "name 3", "name 6", "name 9"], scale.Ticks(pixelsPerTick: 1, _ => 30).Select(tick => tick.Text));
    }

    [Fact]
    public void Without_numbers_an_axis_begins_at_zero() => Assert.StartsWith("0 ", TextsOf(new("x")), StringComparison.Ordinal);

    private static string TextsOf(Axis axis) => string.Join(' ', new AxisScale(axis, [], margin: 0, from: 0, to: 400).Ticks(pixelsPerTick: 80, _ => 0).Select(tick => tick.Text));
}
