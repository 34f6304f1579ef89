using Hnn.Core.Networks;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class CellConnectivityTests
{
    private readonly Network _net = SmallNetworks.Unconnected();
    private readonly Connection _connection;

    // Basket cells 0, at (0, 0), and 2, at (0, 2), reach the pyramidal cells 3, at (0, 0), and 5, at (0, 2).
    public CellConnectivityTests() => _connection = _net.Connect(Gids.Of([0, 2]), Gids.Of([3, 5]), "soma", "gabaa", 0.01, 1, spaceConstant: 2);

    [Fact]
    public void Each_source_of_the_population_is_a_frame_chosen_by_a_click_on_its_row_or_its_mark()
    {
        var figure = Plots.CellConnectivity(_net, _connection);

        Assert.False(figure.Frames!.IsPlayable);
        Assert.Equal([0.0, 1, 2], figure.Frames.At);
        Assert.True(figure.Panels[0].Traces.Single().PicksFrame);
        Assert.Equal(["L2_basket"], figure.Panels[1].Traces.Where(trace => trace.PicksFrame).Select(trace => trace.Name));
    }

    [Fact]
    public void Captions_name_the_source_its_targets_and_the_strongest_weight() => Assert.Equal(
        ["Source L2_basket, gid 0: 2 targets, strongest 0.01 µS", "Source L2_basket, gid 1: no targets", "Source L2_basket, gid 2: 2 targets, strongest 0.01 µS"],
        Plots.CellConnectivity(_net, _connection).Frames!.Captions);

    [Fact]
    public void A_frame_colours_the_targets_by_their_weight_and_marks_the_source()
    {
        var plane = Plots.CellConnectivity(_net, _connection).Panels[1];

        var (targets, sources) = ((PointTrace)plane.Traces[0], (PointTrace)plane.Traces[1]);
        Assert.Equal([0.01 * Math.Exp(-1), 0.0, 0.01], targets.Coloring!.In(2)[..3]);
        Assert.Equal([0.0, 0, 1], sources.Coloring!.In(2));
        Assert.Equal((0.0, 2.0), (targets.X[2], targets.Y[2]));
        Assert.True(plane is { HasEqualScales: true, Z: null });
    }

    [Theory, InlineData(null, 0), InlineData(2, 2)]
    public void The_source_asked_for_is_shown_first(int? sourceGid, int frame) =>
        Assert.Equal(frame, Plots.CellConnectivity(_net, _connection, sourceGid).Frames!.Shown);

    [Theory, InlineData(1), InlineData(3), InlineData(99), InlineData(-1)]
    public void A_gid_that_is_no_source_is_an_error_that_names_the_sources(int gid) =>
        Assert.Contains("0, 2", Assert.Throws<ArgumentException>(() => Plots.CellConnectivity(_net, _connection, gid)).Message, StringComparison.Ordinal);

    [Fact]
    public void Drive_cells_have_no_place_and_are_not_drawn()
    {
        _net.AddDefaultErpDrives();

        var figure = Plots.CellConnectivity(_net, _net.FindConnections("evprox1", "L2_pyramidal").Single());

        Assert.Equal(["L2_pyramidal"], figure.Panels[1].Traces.Select(trace => trace.Name));
        Assert.Contains("1 target,", figure.Frames!.Captions[figure.Frames.Shown], StringComparison.Ordinal);
    }
}
