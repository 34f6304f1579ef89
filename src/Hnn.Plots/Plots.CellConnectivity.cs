using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    private static readonly Color SourceColor = Color.FromHex("#B8BDC4");
    private static readonly Color ChosenColor = Color.FromHex("#D55E00");

    private static ColorScale ChosenScale => new(new Axis("Chosen"), new Colormap("chosen", [SourceColor, ChosenColor]), 0, 1) { HasBar = false };

    /// <summary>Which targets a source reaches and how strongly: the matrix of weights beside the plane of the cells. A click on a row of the
    /// matrix or on a source shows that source's targets.</summary>
    /// <param name="net">The network.</param>
    /// <param name="connection">One of its connections.</param>
    /// <param name="sourceGid">Gid of the source that is shown first. Default: the first that has targets.</param>
    /// <returns>A figure with two panels and a frame for each cell of the source population. Weights are in µS; in the plane, cells that the
    /// source does not reach have 0. Sources that are drive cells have no place of their own and are not drawn.</returns>
    /// <exception cref="ArgumentException">The connection is not one of the network's, or the source has no target in it.</exception>
    public static Figure CellConnectivity(Network net, Connection connection, int? sourceGid = null)
    {
        CheckConnection(net, connection);
        var connected = connection.Pairs.Select(pair => pair.Source).Distinct().Order().ToArray();
        if (connected.Length == 0)
            throw new ArgumentException($"The connection '{connection}' has no pairs, so no source reaches anything. Take another one.", nameof(connection));
        var shown = sourceGid ?? connected[0];
        if (!connected.Contains(shown))
            throw new ArgumentException($"Gid {shown} reaches nothing through '{connection}'. Its sources are {string.Join(", ", connected)}. Choose one of these.", nameof(sourceGid));

        var (sources, weights) = (net.GidRanges[connection.SourceType], WeightsOf(net, connection));
        var scale = WeightScale(weights);
        var matrix = MatrixPanel(net, connection, weights, scale, showsNumbers: false);
        var places = net.Positions[connection.TargetType].Concat(connection.IsFromDrive ? [] : net.Positions[connection.SourceType]).ToArray();
        var plane = new Panel
        {
            Title = connection.IsFromDrive ? "Targets in the plane of the layer" : "Targets as discs, sources as diamonds",
            X = WithRoom(XAxis, places.Select(place => place.X)),
            Y = WithRoom(YAxis, places.Select(place => place.Y)),
            HasEqualScales = true,
            Area = new Area(1, 0, 1.3, 1.3),
            Traces = [Targets(net, connection, weights, scale with { HasBar = false }), .. connection.IsFromDrive ? (Trace[])[] : [Sources(net, connection)]],
        };
        return new Figure
        {
            Panels = [matrix with { Area = new Area(0, 0, 1, 1.3), Traces = [.. matrix.Traces.Select(trace => trace with { PicksFrame = true })] }, plane],
            Frames = new FrameSeries
            {
                Axis = new Axis($"Source {connection.SourceType}", "gid"),
                At = [.. sources.Gids.Select(gid => (double)gid)],
                Captions = [.. sources.Gids.Zip(weights, (gid, row) => CaptionOf(connection.SourceType, gid, row))],
                Shown = shown - sources.Start,
                IsPlayable = false,
            },
        };
    }

    private static PointTrace Targets(Network net, Connection connection, double[][] weights, ColorScale scale)
    {
        var (places, gids) = (net.Positions[connection.TargetType], net.GidRanges[connection.TargetType].Gids);
        return PlanePoints(places) with
        {
            Name = connection.TargetType,
            Color = Palette.Population(connection.TargetType, net.GidRanges.Keys),
            Size = 16,
            Labels = [.. gids.Select(gid => CellName(connection.TargetType, gid))],
            Coloring = new Coloring(scale, [.. weights.Select(row => row.Select(weight => double.IsNaN(weight) ? 0 : weight).ToImmutableArray())]),
        };
    }

    private static PointTrace Sources(Network net, Connection connection)
    {
        var sources = net.GidRanges[connection.SourceType];
        return PlanePoints(net.Positions[connection.SourceType]) with
        {
            Name = connection.SourceType,
            Color = SourceColor,
            Marker = Marker.Diamond,
            Size = 7,
            Labels = [.. sources.Gids.Select(gid => CellName(connection.SourceType, gid))],
            Coloring = new Coloring(ChosenScale, [.. sources.Gids.Select(chosen => sources.Gids.Select(gid => gid == chosen ? 1.0 : 0).ToImmutableArray())]),
            PicksFrame = true,
        };
    }

    private static PointTrace PlanePoints(ImmutableArray<Point3> places) => PointsAt(places) with { Z = [] };

    // Room for whole marks at the ends.
    private static Axis WithRoom(Axis axis, IEnumerable<double> values)
    {
        var (low, high) = (values.Min(), values.Max());
        var room = high > low ? (high - low) * 0.08 : 0.5;
        return axis with { Min = low - room, Max = high + room };
    }

    private static string CaptionOf(string sourceType, int gid, double[] weights)
    {
        var reached = weights.Where(double.IsFinite).ToArray();
        var targets = reached.Length switch { 0 => "no targets", 1 => "1 target", var count => $"{count} targets" };
        return string.Create(CultureInfo.InvariantCulture, $"Source {CellName(sourceType, gid)}: {targets}{(reached.Length == 0 ? "" : $", strongest {reached.Max():0.######} µS")}");
    }
}
