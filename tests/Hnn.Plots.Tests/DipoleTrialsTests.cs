using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class DipoleTrialsTests
{
    private static readonly Dipole[] Trials = [Of([1, 2, 3, 4], [0, 1, 0, 1]), Of([3, 4, 5, 6], [2, 1, 2, 1])];

    [Fact]
    public void The_average_lies_bold_over_paler_trials()
    {
        var lines = Lines(Plots.DipoleTrials(Trials).Panels.Single());

        Assert.Equal(["Trials", "Trials", "Average"], lines.Select(line => line.Name));
        Assert.Equal([2.0, 3.0, 4.0, 5.0], lines[2].Y);
        Assert.Equal(Trials[1]["agg"], lines[1].Y);
        Assert.Equal((0.5, 1.0), (lines[0].Opacity, lines[2].Opacity));
        Assert.True(lines[0].Color.Luminance > lines[2].Color.Luminance);
    }

    [Fact]
    public void The_legend_names_trials_once() =>
        Assert.Equal([true, false, true], Lines(Plots.DipoleTrials(Trials).Panels.Single()).Select(line => line.IsInLegend));

    [Fact]
    public void The_list_of_the_caller_stays_as_it_was()
    {
        var trials = Trials.ToList();

        Plots.DipoleTrials(trials);

        Assert.Equal(Trials, trials);
    }

    [Fact]
    public void Without_the_average_all_trials_are_as_they_are()
    {
        var lines = Lines(Plots.DipoleTrials(Trials, average: false).Panels.Single());

        Assert.Equal(["Trial 0", "Trial 1"], lines.Select(line => line.Name));
        Assert.All(lines, line => Assert.Equal(1, line.Opacity));
    }

    [Fact]
    public void Each_layer_has_a_panel_below_the_one_before_it()
    {
        var figure = Plots.DipoleTrials(Trials, ["agg", "L5"]);

        Assert.Equal(["Dipole moment (nAm)", "Dipole moment L5 (nAm)"], figure.Panels.Select(panel => panel.Y.Label));
        Assert.Equal([0.0, 1.0], figure.Panels.Select(panel => panel.Area.Top));
        Assert.Equal(Trials[0]["L5"], Lines(figure.Panels[1])[0].Y);
        Assert.True(figure.SharesX);
    }

    [Fact]
    public void Start_and_stop_limit_axis_and_lines()
    {
        var panel = Plots.DipoleTrials(Trials, start: 1, stop: 2).Panels.Single();

        Assert.Equal((1.0, 2.0), (panel.X.Min, panel.X.Max));
        Assert.All(Lines(panel), line => Assert.Equal([1.0, 2.0], line.X));
    }

    [Fact]
    public void Decimated_trials_are_those_of_the_dipole()
    {
        var dipole = SmallRun.Result.Dipoles[0];

        var line = Lines(Plots.DipoleTrials([dipole], decimation: [5, 4]).Panels.Single()).Single();

        Assert.Equal(dipole.Decimated(5, 4)["agg"], line.Y);
    }

    [Fact]
    public void An_average_can_be_shown_for_itself() =>
        Assert.Equal([2.0, 3.0, 4.0, 5.0], Lines(Plots.DipoleTrials([Trials.Average()]).Panels.Single()).Single().Y);

    [Fact]
    public void Trials_of_different_scales_are_an_error_that_names_them() =>
        Assert.Contains("scaled by 3000", Assert.Throws<ArgumentException>(() => Plots.DipoleTrials([Trials[0], Trials[1].Scaled(3000)])).Message, StringComparison.Ordinal);

    [Fact]
    public void No_trial_no_layer_and_no_time_are_errors()
    {
        Assert.Throws<ArgumentException>(() => Plots.DipoleTrials([]));
        Assert.Throws<ArgumentException>(() => Plots.DipoleTrials(Trials, []));
        Assert.Contains("from 0 to 3 ms", Assert.Throws<ArgumentException>(() => Plots.DipoleTrials(Trials, start: 5)).Message, StringComparison.Ordinal);
    }

    private static LineTrace[] Lines(Panel panel) => [.. panel.Traces.Cast<LineTrace>()];

    private static Dipole Of(ImmutableArray<double> whole, ImmutableArray<double> deep) =>
        new([0, 1, 2, 3], [KeyValuePair.Create("agg", whole), KeyValuePair.Create("L5", deep)]);
}
