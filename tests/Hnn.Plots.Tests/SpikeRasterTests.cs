using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class SpikeRasterTests
{
    private static readonly Dictionary<string, GidRange> Ranges = new() { ["L2_basket"] = new(0, 2), ["L5_pyramidal"] = new(2, 6), ["evprox1"] = new(6, 8) };
    private static readonly CellResponse Response = new(
        [new([1, 2, 3, 4], [0, 2, 5, 6], ["", "", "", ""]), new([9], [1], [""])], Ranges, ["L2_basket", "L5_pyramidal"]);

    private static readonly Dipole Moment = new([0, 10], [KeyValuePair.Create("agg", Values(3, 3)), KeyValuePair.Create("L2", Values(1, 2)), KeyValuePair.Create("L5", Values(2, 1))]);

    [Fact]
    public void Every_spike_of_a_cell_is_a_mark_in_the_row_of_its_gid()
    {
        var marks = Marks(Plots.SpikeRaster(Response));

        Assert.Equal(["L2_basket", "L5_pyramidal"], marks.Select(trace => trace.Name));
        Assert.Equal([1.0, 9.0, 2.0, 3.0], marks.SelectMany(trace => trace.X));
        Assert.Equal([0.0, 1.0, 2.0, 5.0], marks.SelectMany(trace => trace.Y));
        Assert.All(marks, trace => Assert.Equal(Marker.Bar, trace.Marker));
    }

    [Fact]
    public void The_first_cell_is_at_the_top_and_each_type_is_named_in_the_middle_of_its_rows()
    {
        var axis = Plots.SpikeRaster(Response).Panels.Single().Y;

        Assert.Equal((5.5, -0.5), (axis.Min, axis.Max));
        Assert.Equal([new Tick(0.5, "L2_basket"), new Tick(3.5, "L5_pyramidal")], axis.Ticks);
    }

    [Fact]
    public void A_type_has_its_colour_or_the_one_given()
    {
        var red = Color.FromHex("#FF0000");

        var marks = Marks(Plots.SpikeRaster(Response, colors: new Dictionary<string, Color> { ["L2_basket"] = red }));

        Assert.Equal([red, Palette.Population("L5_pyramidal", [])], marks.Select(trace => trace.Color));
    }

    [Fact]
    public void Types_trials_and_the_size_of_marks_can_be_chosen()
    {
        var marks = Marks(Plots.SpikeRaster(Response, ["L2", "evprox"], trials: [0], markerSize: 7));

        Assert.Equal(["L2_basket", "evprox1"], marks.Select(trace => trace.Name));
        Assert.Equal([1, 1], marks.Select(trace => trace.X.Length));
        Assert.All(marks, trace => Assert.Equal(7, trace.Size));
    }

    [Fact]
    public void Layers_of_the_average_dipole_lie_behind_with_an_axis_at_the_right()
    {
        var panel = Plots.SpikeRaster(Response, dipoles: [Moment.Scaled(2), Moment.Scaled(2)]).Panels.Single();

        var lines = panel.Traces.Take(2).Cast<LineTrace>().ToArray();
        Assert.Equal("Dipole moment (nAm × 2)", panel.Right!.Label);
        Assert.Equal([2.0, 4.0], lines[0].Y);
        Assert.Equal(["Dipole L2", "Dipole L5"], lines.Select(line => line.Name));
        Assert.All(lines, line => Assert.True(line.UsesRightAxis));
    }

    [Fact]
    public void A_response_without_spikes_is_an_empty_raster_with_its_axes()
    {
        var figure = Plots.SpikeRaster(new CellResponse([SpikeTable.Empty], Ranges, ["L2_basket", "L5_pyramidal"]), dipoles: [Moment]);

        Assert.All(Marks(figure), trace => Assert.Empty(trace.X));
        Assert.Equal(10, figure.Panels.Single().X.Max);
        Assert.Contains("L5_pyramidal", SvgPicture.ToSvg(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_without_types_is_an_empty_frame() => Assert.Empty(Plots.SpikeRaster(new CellResponse([SpikeTable.Empty])).Panels.Single().Traces);

    [Fact]
    public void Spikes_from_a_file_have_rows_by_the_gids_that_occur()
    {
        var axis = Plots.SpikeRaster(new CellResponse([new([1, 2], [4, 8], ["L2_basket", "L2_basket"])])).Panels.Single().Y;

        Assert.Equal((8.5, 3.5), (axis.Min, axis.Max));
    }

    [Fact]
    public void An_unknown_type_colour_or_trial_and_mixed_scales_are_errors()
    {
        Assert.Contains("L5_pyramidal", Assert.Throws<ArgumentException>(() => Plots.SpikeRaster(Response, ["L4"])).Message, StringComparison.Ordinal);
        Assert.Contains("'L4'", Assert.Throws<ArgumentException>(() => Plots.SpikeRaster(Response, colors: new Dictionary<string, Color> { ["L4"] = default })).Message, StringComparison.Ordinal);
        Assert.Contains("there are 2", Assert.Throws<ArgumentOutOfRangeException>(() => Plots.SpikeRaster(Response, trials: [2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Plots.SpikeRaster(Response, dipoles: [Moment, Moment.Scaled(2)]));
    }

    private static PointTrace[] Marks(Figure figure) => [.. figure.Panels.Single().Traces.OfType<PointTrace>()];

    private static System.Collections.Immutable.ImmutableArray<double> Values(params double[] values) => [.. values];
}
