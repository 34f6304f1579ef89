using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class TimeFrequencyFigureTests
{
    private static readonly TimeFrequencyOptions Options = new() { Cycles = [3], Decimation = [4], Layer = "L5" };
    private static readonly Dipole[] Trials = [.. SmallRun.Result.Dipoles.Select(dipole => dipole.Scaled(2))];

    [Fact]
    public void The_colours_are_the_mean_power_of_the_trials()
    {
        var map = Map(Plots.TimeFrequency(Trials, [50, 60, 80], Options));

        var power = Trials.TimeFrequency([50, 60, 80], Options);
        Assert.Equal([50.0, 60.0, 80.0], map.Y);
        Assert.Equal(power.Times, map.X);
        Assert.Equal(power.Power[1], map.Values[1]);
        Assert.Equal((0, power.Power.Max(row => row.Max())), (map.Scale.Min, map.Scale.Max));
    }

    [Fact]
    public void The_colour_bar_names_layer_and_scale()
    {
        var scale = Map(Plots.TimeFrequency(Trials, [50], Options)).Scale;

        Assert.Equal(("Power L5 ((nAm × 2)²)", Colormap.Inferno), (scale.Axis.Label, scale.Map));
    }

    // 1600 samples: every second.
    [Fact]
    public void Of_many_samples_every_k_th_is_drawn()
    {
        var map = Map(Plots.TimeFrequency([Trials[0]], [50], new() { Cycles = [3] }));

        var power = Trials[0].TimeFrequency([50], new() { Cycles = [3] });
        Assert.Equal(800, map.X.Length);
        Assert.Equal((power.Times[2], power.Power[0][2]), (map.X[1], map.Values[0][1]));
    }

    [Fact]
    public void Frequencies_that_do_not_ascend_and_wavelets_that_are_too_long_are_errors()
    {
        Assert.Contains("Sort them", Assert.Throws<ArgumentException>(() => Plots.TimeFrequency(Trials, [60, 50])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Plots.TimeFrequency(Trials, [1]));
        Assert.Throws<ArgumentException>(() => Plots.TimeFrequency([], [50]));
    }

    private static HeatmapTrace Map(Figure figure) => (HeatmapTrace)figure.Panels.Single().Traces.Single();
}
