using System.Collections.Immutable;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class SweepDipolesTests
{
    [Fact]
    public void Each_dipole_is_a_line_in_the_colour_of_its_value_and_has_a_mark_where_it_is_farthest_from_zero()
    {
        var panel = Plots.SweepDipoles([(3, Wave(0, 1, -5)), (1, Wave(0, 2, 1))], "mu", "ms").Panels.Single();

        var (lines, marks) = (panel.Traces.OfType<LineTrace>().ToArray(), panel.Traces.OfType<PointTrace>().Single());
        Assert.Equal(["mu 1", "mu 3"], lines.Select(line => line.Name));
        Assert.Equal([0.0, 2, 1], lines[0].Y);
        Assert.Equal([1.0, 2], marks.X);
        Assert.Equal([2.0, -5], marks.Y);
        Assert.Equal([1.0, 3], marks.Coloring!.In(0));
        Assert.Equal(lines.Select(line => line.Color), marks.Coloring.In(0).Select(marks.Coloring.Scale.ColorOf));
        Assert.Equal(("Time (ms)", "Dipole moment (nAm)", "mu (ms)"), (panel.X.Label, panel.Y.Label, marks.Coloring.Scale.Axis.Label));
    }

    [Fact]
    public void Values_over_powers_of_ten_have_colours_by_their_logarithm()
    {
        var marks = Plots.SweepDipoles([(0.001, Wave(1, 0)), (0.01, Wave(2, 0)), (0.1, Wave(3, 0))], "weight").Panels.Single().Traces.OfType<PointTrace>().Single();

        Assert.Equal([-3.0, -2, -1], marks.Coloring!.In(0));
        Assert.Equal(["0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1"], marks.Coloring.Scale.Axis.Ticks.Select(tick => tick.Text));
    }

    [Fact]
    public void The_points_of_a_sweep_are_drawn_with_the_averages_of_their_trials_and_without_those_that_failed()
    {
        var panel = Plots.SweepDipoles([Point(1, Wave(1, 5), Wave(3, 5)), Point(2) with { Fault = "It was too late.", Result = null }], "mu").Panels.Single();

        Assert.Equal([2.0, 5], panel.Traces.OfType<LineTrace>().Single().Y);
    }

    [Fact]
    public void What_cannot_be_shown_is_an_error_that_says_why()
    {
        Assert.Contains("nothing to show", Assert.Throws<ArgumentException>(() => Plots.SweepDipoles(Array.Empty<SweepPoint>(), "mu")).Message, StringComparison.Ordinal);
        Assert.Contains("Point 0 has no result", Assert.Throws<ArgumentException>(() => Plots.SweepDipoles([Point(1) with { Result = null }], "mu")).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => Plots.SweepDipoles([Point(1, Wave(1, 0))], "sigma"));
        Assert.Throws<KeyNotFoundException>(() => Plots.SweepDipoles([(1, Wave(1, 0))], "mu", layer: "L6"));
    }

    private static Dipole Wave(params ImmutableArray<double> values) => new([.. Enumerable.Range(0, values.Length).Select(k => (double)k)], values);

    private static SweepPoint Point(double mu, params ImmutableArray<Dipole> dipoles) => new(
        0,
        new ParameterValues([KeyValuePair.Create("mu", mu)]),
        new Dictionary<string, double>(),
        Fault: null,
        new SimulationResult
        {
            Dipoles = dipoles,
            CellResponse = new CellResponse([.. dipoles.Select(_ => SpikeTable.Empty)]),
            Electrodes = [],
            Provenance = new Provenance("", SimulationOptions.Default, [], ""),
        });
}
