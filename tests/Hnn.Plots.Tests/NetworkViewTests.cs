using System.Globalization;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Plots.Traces;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Plots.Tests;

public class NetworkViewTests
{
    private static readonly Network Net = SmallNetworks.Unconnected();

    // 81 samples, from 0 to 2 ms.
    private static readonly Lazy<CellResponse> Response = new(() => Simulate(Record.All));

    [Fact]
    public void Each_cell_type_is_one_line_that_is_interrupted_after_every_section()
    {
        var lines = Lines(Plots.NetworkView(Net, Response.Value));

        Assert.Equal(Net.CellTypes.Names, lines.Select(line => line.Name));
        // Nine cells of nine sections, three points each.
        Assert.Equal(9 * 9 * 3, lines[3].X.Length);
        Assert.All(Enumerable.Range(0, 81), section => Assert.True(double.IsNaN(lines[3].Z[(3 * section) + 2])));
    }

    [Fact]
    public void A_section_has_its_voltage_at_each_frame_to_a_tenth_of_a_millivolt()
    {
        var figure = Plots.NetworkView(Net, Response.Value, frames: 5);

        Assert.Equal([0.0, 0.5, 1, 1.5, 2], figure.Frames!.At.Select(time => Math.Round(time, 9)));
        // The second cell of layer 5 is gid 16; apical_1 is the second of nine sections.
        var expected = Math.Round(Response.Value.Voltage(0, 16, "apical_1")[60], 1);
        var colors = Lines(figure)[3].Coloring!;
        Assert.Equal([expected, expected, expected], colors.In(3)[(3 * 10)..(3 * 11)]);
        Assert.Equal((-100, 50, "Voltage (mV)"), (colors.Scale.Min, colors.Scale.Max, colors.Scale.Axis.Label));
    }

    [Fact]
    public void Frames_can_be_taken_from_a_part_of_the_time_and_are_no_more_than_samples()
    {
        var figure = Plots.NetworkView(Net, Response.Value, start: 1, stop: 1.1);

        Assert.Equal([1.0, 1.025, 1.05, 1.075, 1.1], figure.Frames!.At.Select(time => Math.Round(time, 9)));
        Assert.True(figure.Frames.IsPlayable);
    }

    [Fact]
    public void Cells_too_near_to_each_other_are_drawn_apart_and_the_title_says_so()
    {
        var spaced = Net.Clone();
        spaced.SetCellPositions(400);

        var (near, far) = (Plots.NetworkView(Net, Response.Value), Plots.NetworkView(spaced, Response.Value));

        Assert.Equal("Cells drawn 300 µm apart", near.Panels.Single().Title);
        Assert.Equal(600, Lines(near)[1].Y.Where(double.IsFinite).Max(), 1e-9);
        Assert.Equal("", far.Panels.Single().Title);
        Assert.Equal(800, Lines(far)[1].Y.Where(double.IsFinite).Max(), 1e-9);
    }

    [Fact]
    public void A_film_of_the_small_column_stays_below_600_kilobytes_as_text()
    {
        var lines = Lines(Plots.NetworkView(Net, Response.Value, frames: 120));

        var numbers = lines.SelectMany(line => line.Coloring!.Values.SelectMany(frame => frame).Concat(line.X).Concat(line.Y).Concat(line.Z));
        Assert.InRange(numbers.Sum(number => number.ToString(CultureInfo.InvariantCulture).Length + 1), 10_000, 600_000);
    }

    [Fact]
    public void Without_all_voltages_the_error_says_which_option_to_set()
    {
        var fault = Assert.Throws<ArgumentException>(() => Plots.NetworkView(Net, Simulate(Record.Soma)));

        Assert.Contains("gid 3, section 'apical_trunk'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Voltages = Record.All", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Plots.NetworkView(Net, Simulate(Record.None)));
    }

    [Fact]
    public void Another_network_a_trial_that_is_not_there_and_times_without_samples_are_errors()
    {
        Assert.Throws<ArgumentException>(() => Plots.NetworkView(new Network(NetworkOptions.Default with { Mesh = (2, 2) }), Response.Value));
        Assert.Throws<ArgumentException>(() => Plots.NetworkView(Net, Response.Value, trial: 1));
        Assert.Throws<ArgumentException>(() => Plots.NetworkView(Net, Response.Value, start: 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plots.NetworkView(Net, Response.Value, frames: 0));
    }

    private static CellResponse Simulate(Record voltages) =>
        Net.Simulate(SimulationOptions.Default with { StopTime = 2, Voltages = voltages }, cancellation: TestContext.Current.CancellationToken).CellResponse;

    private static LineTrace[] Lines(Figure figure) => [.. figure.Panels.Single().Traces.Cast<LineTrace>()];
}
