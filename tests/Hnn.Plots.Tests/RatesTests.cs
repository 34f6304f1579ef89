using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class RatesTests
{
    private static readonly Dictionary<string, GidRange> Ranges = new() { ["L5_pyramidal"] = new(0, 2), ["L2_basket"] = new(2, 3) };
    private static readonly CellResponse Response = new([new([10, 20, 60], [0, 1, 2], ["", "", ""]), new([70], [2], [""])], Ranges, ["L5_pyramidal", "L2_basket"]);

    [Fact]
    public void Each_cell_type_has_a_bar_of_its_own_and_its_name_below_it()
    {
        var panel = Plots.MeanRates(Response, 0, 100).Panels.Single();

        var bars = panel.Traces.OfType<HistogramTrace>().ToArray();
        Assert.Equal(["L5_pyramidal", "L2_basket"], panel.X.Ticks.Select(tick => tick.Text));
        Assert.Equal([5.0, 10.0], bars.Select(bar => bar.Counts.Sum()));
        Assert.All(bars, (bar, place) => Assert.Equal(panel.X.Ticks[place].At, Middle(bar), 1e-12));
    }

    [Fact]
    public void Each_trial_is_a_point_over_its_bar()
    {
        var points = Plots.MeanRates(Response, 0, 100).Panels.Single().Traces.OfType<PointTrace>().Single();

        Assert.Equal([10.0, 0.0, 10.0, 10.0], points.Y);
        Assert.Equal([0.0, 0.0, 1.0, 1.0], points.X);
    }

    [Fact]
    public void Binned_rates_are_lines_in_steps_that_end_with_the_window()
    {
        var lines = Plots.BinnedRates(Response, 0, 100, bins: 2).Panels.Single().Traces.Cast<LineTrace>().ToArray();

        Assert.Equal([10.0, 0.0, 0.0], lines[0].Y);
        Assert.Equal([0.0, 20.0, 20.0], lines[1].Y);
        Assert.All(lines, line => Assert.Equal([0.0, 50.0, 100.0], line.X));
        Assert.All(lines, line => Assert.True(line.IsStepped));
        Assert.Equal(Palette.Population("L2_basket", []), lines[1].Color);
    }

    [Fact]
    public void Without_known_cells_there_are_no_rates() =>
        Assert.Throws<InvalidOperationException>(() => Plots.MeanRates(new CellResponse([SpikeTable.Empty]), 0, 100));

    [Fact]
    public void Without_a_trial_there_are_no_rates_and_the_error_says_so()
    {
        var none = new CellResponse([], Ranges, ["L5_pyramidal", "L2_basket"]);

        Assert.StartsWith("There is no trial", Assert.Throws<InvalidOperationException>(() => Plots.MeanRates(none, 0, 100)).Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no trial", Assert.Throws<InvalidOperationException>(() => Plots.BinnedRates(none, 0, 100)).Message, StringComparison.Ordinal);
    }

    private static double Middle(HistogramTrace bar)
    {
        var filled = bar.Counts.Index().Single(count => count.Item > 0).Index;
        return (bar.Edges[filled] + bar.Edges[filled + 1]) / 2;
    }
}
