using Hnn.Core.Results;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class LaminarLfpTests
{
    private static readonly ElectrodeRecording Falling = Of([300, 100, -100]);

    [Fact]
    public void Each_contact_is_a_line_above_the_ones_below_it()
    {
        var lines = Lines(Plots.LaminarLfp(Falling, voltageOffset: 10, scaleBar: null));

        Assert.Equal(["Contact 2", "Contact 1", "Contact 0"], lines.Select(line => line.Name));
        Assert.Equal([2.0, 3.0], lines[0].Y);
        Assert.Equal([20.0, 21.0], lines[2].Y);
    }

    [Fact]
    public void The_ticks_are_the_heights_of_the_contacts()
    {
        var axis = Plots.LaminarLfp(Falling).Panels.Single().Y;

        Assert.Equal("Height (µm)", axis.Label);
        Assert.Equal([new Tick(0, "−100"), new Tick(50, "100"), new Tick(100, "300")], axis.Ticks);
    }

    [Fact]
    public void Contacts_at_one_height_have_their_indexes_for_ticks() =>
        Assert.Equal(["0", "1"], Plots.LaminarLfp(Of([0, 0])).Panels.Single().Y.Ticks.Select(tick => tick.Text));

    [Fact]
    public void The_scale_bar_has_its_length_and_names_it_on_the_same_axis()
    {
        var panel = Plots.LaminarLfp(Falling, scaleBar: 80).Panels.Single();

        Assert.Equal([0.0, 80.0], ((LineTrace)panel.Traces[^1]).Y);
        Assert.Equal([new Tick(40, "80 µV")], panel.Right!.Ticks);
        Assert.Equal((panel.Y.Min, panel.Y.Max), (panel.Right.Min, panel.Right.Max));
    }

    [Fact]
    public void Trials_contacts_and_colours_can_be_chosen()
    {
        var shown = SmallRun.Electrode;

        var lines = Lines(Plots.LaminarLfp(shown, trials: [1], contacts: [4], scaleBar: null, colormap: Colormap.Viridis, decimation: [4]));

        Assert.Equal(shown.Decimated(4).Voltages[1][4], lines.Single().Y);
        Assert.Equal(Colormap.Viridis.At(0), lines.Single().Color);
    }

    [Fact]
    public void All_trials_lie_over_each_other() => Assert.Equal(6 * 2, Lines(Plots.LaminarLfp(SmallRun.Electrode, scaleBar: null)).Length);

    [Fact]
    public void What_is_not_there_is_an_error_that_names_what_is()
    {
        Assert.Contains("3 contacts", Assert.Throws<ArgumentOutOfRangeException>(() => Plots.LaminarLfp(Falling, contacts: [3])).Message, StringComparison.Ordinal);
        Assert.Contains("there are 1", Assert.Throws<ArgumentOutOfRangeException>(() => Plots.LaminarLfp(Falling, trials: [1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Plots.LaminarLfp(Falling, trials: []));
        Assert.Throws<ArgumentException>(() => Plots.LaminarLfp(Falling, contacts: []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plots.LaminarLfp(Falling, voltageOffset: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plots.LaminarLfp(Falling, scaleBar: -1));
    }

    // The n-th contact has n and n + 1 µV.
    private static ElectrodeRecording Of(double[] heights) => new(
        new ElectrodeArray("shank", [.. heights.Select(height => new Point3(0, 0, height))], 0.3, FieldMethod.PointSource, 0.5),
        [0, 1],
        [[.. heights.Select((_, contact) => System.Collections.Immutable.ImmutableArray.Create<double>(contact, contact + 1))]]);

    private static LineTrace[] Lines(Figure figure) => [.. figure.Panels.Single().Traces.Cast<LineTrace>()];
}
