using System.Collections.Immutable;
using Hnn.Plots.Plotly.Drawing;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Plotly.Tests.Drawing;

public class ThinnedTests
{
    private static readonly HeatmapTrace Wide = Draw.Map() with
    {
        X = [.. Numbers(1000)], Y = [.. Numbers(300)], Values = [.. Numbers(300).Select(row => Numbers(1000).Select(column => (row * 1000) + column).ToImmutableArray())],
    };

    private static readonly Panel Plane = Draw.Panel(Draw.Map());

    [Fact]
    public void A_small_map_stays_as_it_is()
    {
        var map = Draw.Map();

        Assert.Same(map, Thinned.Of(map, Plane));
    }

    [Fact]
    public void A_wide_map_shows_for_neighbouring_cells_one_that_covers_them()
    {
        var thinned = Thinned.Of(Wide, Plane);

        Assert.Equal((500, 250), (thinned.X.Length, thinned.Y.Length));
        Assert.Equal((0.5, 998.5), (thinned.X[0], thinned.X[^1]));
        Assert.Equal((1, 999), (thinned.Values[0][0], thinned.Values[0][^1]));
    }

    [Fact]
    public void On_a_logarithmic_axis_the_cells_stay_evenly_spaced()
    {
        var map = Wide with { X = [.. Numbers(1000).Select(number => Math.Pow(10, number / 100))] };

        var thinned = Thinned.Of(map, Plane with { X = Plane.X with { IsLogarithmic = true } });

        // Each stands for two: at their geometric mean, 10^0.005 for the first.
        Assert.Equal(Math.Pow(10, 0.005), thinned.X[0], 1e-9);
        Assert.All(thinned.X.Zip(thinned.X.Skip(1)), pair => Assert.Equal(Math.Pow(10, 0.02), pair.Second / pair.First, 1e-9));
    }

    [Fact]
    public void Rows_that_pick_frames_all_stay() => Assert.Equal(300, Thinned.Of(Wide with { PicksFrame = true }, Plane).Y.Length);

    private static IEnumerable<double> Numbers(int count) => Enumerable.Range(0, count).Select(number => (double)number);
}
