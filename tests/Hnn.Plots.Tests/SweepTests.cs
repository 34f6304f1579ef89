using Hnn.Core.Optimization;
using Hnn.Core.Sweeps;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class SweepTests
{
    [Fact]
    public void One_parameter_gives_a_line_in_ascending_order()
    {
        var panel = Plots.Sweep([Point(3, 0, 30), Point(1, 0, 10), Point(2, 0, double.NaN)], "peak", "nAm").Panels.Single();

        var line = panel.Traces.OfType<LineTrace>().Single();
        Assert.Equal([1.0, 2, 3], line.X);
        Assert.Equal([10.0, double.NaN, 30], line.Y);
        Assert.Equal(("mu", "peak (nAm)"), (panel.X.Label, panel.Y.Label));
        Assert.False(panel.X.IsLogarithmic);
    }

    [Fact]
    public void Values_over_powers_of_ten_stand_on_a_logarithmic_axis() =>
        Assert.True(Plots.Sweep([Point(0.001, 0, 1), Point(0.1, 0, 2)], "peak").Panels.Single().X.IsLogarithmic);

    [Fact]
    public void Two_parameters_on_a_grid_give_a_map_with_their_values_at_the_sides()
    {
        var panel = Plots.Sweep([Point(5, 0.1, 1), Point(5, 7, 2), Point(20, 0.1, 3), Point(20, 7, double.NaN)], "peak", "nAm").Panels.Single();

        var map = (HeatmapTrace)panel.Traces.Single();
        Assert.Equal([1.0, 3], map.Values[0]);
        Assert.Equal([2.0, double.NaN], map.Values[1]);
        Assert.Equal(["5", "20"], panel.X.Ticks.Select(tick => tick.Text));
        Assert.Equal(["0.1", "7"], panel.Y.Ticks.Select(tick => tick.Text));
        Assert.Equal((1, 3, "peak (nAm)"), (map.Scale.Min, map.Scale.Max, map.Scale.Axis.Label));
    }

    [Fact]
    public void Parameters_have_the_units_they_are_given()
    {
        var panel = Plots.Sweep([Point(1, 4, 10), Point(2, 5, 20)], "peak", "nAm", new Dictionary<string, string> { ["mu"] = "ms" }).Panels.Single();

        Assert.Equal(("mu (ms)", "sigma"), (panel.X.Label, panel.Y.Label));
    }

    [Fact]
    public void A_map_of_many_rows_is_higher()
    {
        Assert.Equal(1, HeightWith(6));
        Assert.True(HeightWith(7) > 1);

        static double HeightWith(int rows) =>
            Plots.Sweep(Enumerable.Range(0, 2 * rows).Select(k => Point(k % 2, k / 2, k)), "peak").Panels.Single().Area.Height;
    }

    [Fact]
    public void Two_parameters_off_a_grid_give_coloured_points()
    {
        var points = (PointTrace)Plots.Sweep([Point(1, 4, 10), Point(2, 5, 20), Point(3, 6, double.NaN)], "peak").Panels.Single().Traces.Single();

        Assert.Equal([1.0, 2], points.X);
        Assert.Equal([4.0, 5], points.Y);
        Assert.Equal([10.0, 20], points.Coloring!.In(0));
    }

    [Fact]
    public void What_cannot_be_shown_is_an_error_that_says_why()
    {
        var three = new[] { 1.0, 2 }.Select(x => new SweepPoint(0, Values(("a", x), ("b", x), ("c", x)), new Dictionary<string, double> { ["peak"] = x }, null, null));

        Assert.Contains("a, b, c vary", Assert.Throws<ArgumentException>(() => Plots.Sweep(three, "peak")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Plots.Sweep([], "peak"));
        Assert.Throws<ArgumentException>(() => Plots.Sweep([Point(1, 1, 1)], "peak"));
        Assert.Throws<KeyNotFoundException>(() => Plots.Sweep([Point(1, 1, 1), Point(2, 1, 1)], "latency"));
    }

    private static SweepPoint Point(double mu, double sigma, double peak) =>
        new(0, Values(("mu", mu), ("sigma", sigma)), new Dictionary<string, double> { ["peak"] = peak }, Fault: null, Result: null);

    private static ParameterValues Values(params (string Name, double Value)[] values) => new(values.Select(each => KeyValuePair.Create(each.Name, each.Value)));
}
