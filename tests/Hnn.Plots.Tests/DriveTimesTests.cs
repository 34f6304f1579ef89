using Hnn.Core.Networks;
using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class DriveTimesTests
{
    private static readonly Dictionary<string, double> Weights = new() { ["L2_pyramidal"] = 0.01, ["L5_pyramidal"] = 0.01 };

    private readonly Network _net = SmallNetworks.Unconnected();

    [Fact]
    public void Drives_of_one_place_share_a_panel_and_all_panels_the_time()
    {
        _net.AddDefaultErpDrives();

        var figure = Plots.DriveTimes(_net);

        Assert.Equal(["Drives, distal", "Drives, proximal"], figure.Panels.Select(panel => panel.Title));
        Assert.Equal(["evprox1", "evprox2"], Lines(figure, panel: 1).Select(line => line.Name));
        Assert.True(figure.SharesX);
        // The latest drive, evprox2, comes at 137.12 ± 8.33 ms (Jones et al. 2009): all of it is seen.
        Assert.All(figure.Panels, panel => Assert.Equal(0, panel.X.Min));
        Assert.All(figure.Panels, panel => Assert.Equal(137.12 + (4 * 8.33), panel.X.Max!.Value, 1e-9));
    }

    [Fact]
    public void One_drive_has_the_same_line_alone_as_in_its_network()
    {
        _net.AddDefaultErpDrives();

        var figure = Plots.DriveTimes(_net.Drives["evprox2"]);

        var alone = Assert.Single(Lines(figure));
        var among = Lines(Plots.DriveTimes(_net), panel: 1).Single(line => line.Name == "evprox2");
        Assert.Equal("Drives, proximal", figure.Panels.Single().Title);
        Assert.Equal(among.Color, alone.Color);
        Assert.Equal(among.X, alone.X);
        Assert.Equal(among.Y, alone.Y);
    }

    [Fact]
    public void An_evoked_drive_has_the_normal_density_of_its_spikes()
    {
        _net.AddEvokedDrive("drive", mu: 40, sigma: 5, spikeCount: 2, "proximal", Weights);

        var line = Lines(Plots.DriveTimes(_net)).Single();

        // 2000 / (5 √(2π)) Hz at the mean, exp(-1/2) of it one deviation off.
        var peak = 2000 / (5 * Math.Sqrt(2 * Math.PI));
        Assert.Equal(peak, line.Y[line.X.IndexOf(40)], 1e-9);
        Assert.Equal(peak * Math.Exp(-0.5), line.Y[line.X.IndexOf(45)], 1e-9);
        Assert.Equal(2, Area(line), 1e-3);
    }

    [Fact]
    public void Bursts_repeat_at_their_rate_with_all_their_spikes()
    {
        _net.AddBurstyDrive("drive", burstRate: 20, "proximal", Weights, start: 50, startStd: 3, burstStd: 4, spikesPerBurst: 2, spikeInterval: 10, stop: 149);

        var line = Lines(Plots.DriveTimes(_net, stopTime: 200)).Single();

        // Two bursts, at 50 and 100 ms, of two spikes 5 ms before and after, each with a deviation of √(3² + 4²) = 5 ms.
        Assert.Equal(4, Area(line), 1e-3);
        Assert.Equal(1000 / (5 * Math.Sqrt(2 * Math.PI)) * (1 + Math.Exp(-2)), line.Y[line.X.IndexOf(95)], 1e-6);
    }

    [Fact]
    public void A_Poisson_drive_has_its_rate_from_start_to_stop_and_a_line_for_each_rate()
    {
        _net.AddPoissonDrive("one", 40, "proximal", Weights, start: 20, stop: 60);
        _net.AddPoissonDrive("two", ByCellType.Of(new Dictionary<string, double> { ["L2_pyramidal"] = 10, ["L5_pyramidal"] = 30 }), "proximal", Weights);

        var lines = Lines(Plots.DriveTimes(_net, stopTime: 100));

        Assert.Equal(["one", "two, L2_pyramidal", "two, L5_pyramidal"], lines.Select(line => line.Name));
        Assert.Equal([20.0, 20, 60, 60], lines[0].X);
        Assert.Equal([0.0, 40, 40, 0], lines[0].Y);
        Assert.Equal((100, 30), (lines[2].X[^1], lines[2].Y[1]));
        Assert.NotEqual(lines[1].Style, lines[2].Style);
    }

    [Fact]
    public void Spikes_at_fixed_times_are_marks_below_zero()
    {
        _net.AddSpikeTrainDrive("train", [[30, 10], [20, 500]], "proximal", Weights);
        _net.AddEvokedDrive("exact", mu: 40, sigma: 0, spikeCount: 1, "proximal", Weights);

        var marks = Plots.DriveTimes(_net, stopTime: 100).Panels.Single().Traces.Cast<PointTrace>().ToArray();

        Assert.Equal([10.0, 20, 30], marks[0].X);
        Assert.Equal([40.0], marks[1].X);
        Assert.All(marks, mark => Assert.True(mark.Marker == Marker.Bar && mark.Y.All(y => y < 0)));
    }

    [Fact]
    public void Drives_after_the_usual_170_ms_are_seen()
    {
        _net.AddEvokedDrive("evoked", mu: 300, sigma: 10, spikeCount: 1, "proximal", Weights);
        Assert.Equal(340, EndOf(Plots.DriveTimes(_net)));

        _net.AddSpikeTrainDrive("train", [[30, 10], [20, 500]], "proximal", Weights);
        Assert.Equal(500, EndOf(Plots.DriveTimes(_net)));

        _net.AddBurstyDrive("bursty", burstRate: 20, "proximal", Weights, start: 50, stop: 600);
        Assert.Equal(600, EndOf(Plots.DriveTimes(_net)));

        _net.AddPoissonDrive("endless", 40, "proximal", Weights, start: 700);
        Assert.True(EndOf(Plots.DriveTimes(_net)) > 700);
        Assert.Equal(170, EndOf(Plots.DriveTimes(_net, stopTime: 170)));
    }

    [Fact]
    public void A_drive_whose_first_burst_comes_after_the_end_has_an_empty_line()
    {
        _net.AddBurstyDrive("late", burstRate: 20, "proximal", Weights, start: 200, burstStd: 4);

        var figure = Plots.DriveTimes(_net, stopTime: 170);

        Assert.Empty(Assert.Single(Lines(figure)).X);
        Assert.Contains("late", SvgPicture.ToSvg(figure));
    }

    [Fact]
    public void A_network_without_drives_is_an_error() => Assert.Throws<ArgumentException>(() => Plots.DriveTimes(_net));

    private static double? EndOf(Figure figure) => figure.Panels[0].X.Max;

    private static LineTrace[] Lines(Figure figure, int panel = 0) => [.. figure.Panels[panel].Traces.OfType<LineTrace>()];

    // Trapezoids; Hz times ms is a thousandth of a spike.
    private static double Area(LineTrace line) =>
        Enumerable.Range(1, line.X.Length - 1).Sum(point => (line.X[point] - line.X[point - 1]) * (line.Y[point] + line.Y[point - 1]) / 2) / 1000;
}
