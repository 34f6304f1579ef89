using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class LaminarCsdTests
{
    private static readonly ElectrodeRecording Recording = SmallRun.Electrode.Decimated(4);

    [Fact]
    public void Without_interpolation_the_rows_are_the_densities_at_the_contacts()
    {
        var panel = Plots.LaminarCsd(Recording, trial: 1, interpolated: false).Panels.Single();

        var map = (HeatmapTrace)panel.Traces.Single();
        Assert.Equal(Recording.Csd(trial: 1).Heights, map.Y);
        Assert.Equal(Recording.Csd(trial: 1).Values[3], map.Values[3]);
        Assert.Equal(("Time (ms)", "Height (µm)", "Source density (µV/µm²)"), (panel.X.Label, panel.Y.Label, map.Scale.Axis.Label));
    }

    [Fact]
    public void Between_contacts_there_is_a_spline()
    {
        var map = Map(Plots.LaminarCsd(Recording));

        var spline = Recording.Csd().Interpolated(map.Y.Length);
        Assert.Equal(spline.Heights, map.Y);
        Assert.Equal(spline.Values[50], map.Values[50]);
    }

    [Fact]
    public void Contacts_from_top_to_bottom_give_the_same_figure_as_from_bottom_to_top()
    {
        var array = Recording.Array;
        var turned = new ElectrodeRecording(array with { Contacts = [.. array.Contacts.Reverse()] }, Recording.Times, [.. Recording.Voltages.Select(trial => trial.Reverse().ToImmutableArray())]);

        var (up, down) = (Map(Plots.LaminarCsd(Recording, interpolated: false)), Map(Plots.LaminarCsd(turned, interpolated: false)));

        Assert.Equal(up.Y, down.Y);
        // The second difference is summed in the other direction: the last bits of numbers near 1e-6 differ.
        Assert.All(up.Values[2].Zip(down.Values[2]), pair => Assert.Equal(pair.First, pair.Second, 1e-18));
    }

    [Fact]
    public void Zero_is_white_and_sinks_are_blue_or_red()
    {
        var (blue, red) = (Map(Plots.LaminarCsd(Recording)).Scale, Map(Plots.LaminarCsd(Recording, sinksAreRed: true)).Scale);

        Assert.Equal(-blue.Max, blue.Min);
        Assert.Equal(Recording.Csd().Values.Max(row => row.Max(Math.Abs)), blue.Max);
        Assert.Equal(new Color(255, 255, 255), blue.ColorOf(0));
        Assert.Equal((blue.ColorOf(blue.Min), blue.ColorOf(blue.Max)), (red.ColorOf(red.Max), red.ColorOf(red.Min)));
        Assert.True(blue.ColorOf(blue.Min).Blue > blue.ColorOf(blue.Min).Red);
    }

    [Fact]
    public void Limit_and_unit_can_be_chosen()
    {
        var scale = Map(Plots.LaminarCsd(Recording, limit: 7, asCurrent: true)).Scale;

        Assert.Equal((-7.0, 7.0, "A/m³"), (scale.Min, scale.Max, scale.Axis.Unit));
    }

    [Fact]
    public void A_missing_trial_or_a_limit_that_is_not_positive_is_an_error()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Plots.LaminarCsd(Recording, trial: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plots.LaminarCsd(Recording, limit: 0));
    }

    private static HeatmapTrace Map(Figure figure) => (HeatmapTrace)figure.Panels.Single().Traces.Single();
}
