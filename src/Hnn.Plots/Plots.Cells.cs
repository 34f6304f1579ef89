using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    // A box whose longest side is more than this many times its shortest is a needle: nothing in it can be told apart.
    private const double MostSlender = 12;

    // Cortex is higher than wide.
    private static readonly Area TallArea = new(0, 0, 1, 2);

    private static readonly Color ContactColor = Color.FromHex("#444444");

    private static Axis XAxis => new("x", "µm");

    private static Axis YAxis => new("y", "µm");

    private static Axis ZAxis => new("z", "µm");

    /// <summary>Where the somata of a network stand, each cell type with its colour and mark, and where its electrodes are.</summary>
    /// <param name="net">The network.</param>
    /// <returns>A figure with one panel in space. A unit is as long on every axis, unless the column would be thin as a needle, as it is with
    /// cells 1 µm apart; <see cref="Network.SetCellPositions"/> spaces them.</returns>
    public static Figure Cells(Network net)
    {
        ArgumentNullException.ThrowIfNull(net);
        var (ranges, positions) = (net.GidRanges, net.Positions);
        var somata = net.CellTypes.Select((type, index) => PointsAt(positions[type.Name]) with
        {
            Name = type.Name,
            Color = Palette.Population(type.Name, ranges.Keys),
            Marker = (Marker)(index % (int)Marker.Cross),
            Size = 7,
            Labels = [.. ranges[type.Name].Gids.Select(gid => CellName(type.Name, gid))],
        });
        var panel = new Panel
        {
            Area = TallArea,
            X = XAxis,
            Y = YAxis,
            Z = ZAxis,
            Traces = [.. somata, .. net.ElectrodeArrays.Select(Contacts)],
        };
        return new Figure { Panels = [panel with { HasEqualScales = !IsSlender(panel.Traces) }] };
    }

    private static PointTrace Contacts(ElectrodeArray array) => PointsAt(array.Contacts) with
    {
        Name = array.Name,
        Color = ContactColor,
        Marker = Marker.Cross,
        Size = 9,
        Labels = [.. array.Contacts.Select((_, contact) => string.Create(CultureInfo.InvariantCulture, $"{array.Name}, contact {contact}"))],
    };

    private static PointTrace PointsAt(IReadOnlyCollection<Point3> places) => new()
    {
        Name = "",
        Color = ContactColor,
        X = [.. places.Select(place => place.X)],
        Y = [.. places.Select(place => place.Y)],
        Z = [.. places.Select(place => place.Z)],
    };

    private static string CellName(string type, int gid) => string.Create(CultureInfo.InvariantCulture, $"{type}, gid {gid}");

    private static bool IsSlender(ImmutableArray<Trace> traces)
    {
        var points = traces.OfType<PointTrace>().ToArray();
        double[] sides = [Side(points.SelectMany(trace => trace.X)), Side(points.SelectMany(trace => trace.Y)), Side(points.SelectMany(trace => trace.Z))];
        return sides.Max() > MostSlender * sides.Min();

        static double Side(IEnumerable<double> values) => values.Max() - values.Min();
    }
}
