using Hnn.Engine.Cells;

namespace Hnn.Plots.Pictures;

/// <summary>Where points in space lie in a picture: the box of all data, seen along parallel lines and fitted into the panel's frame.</summary>
internal sealed class Projection
{
    // Room for the axes' numbers and labels: at the left and right, and below the box.
    private const double RoomAside = 64;
    private const double RoomBelow = 42;
    private const double RoomWithoutWords = 8;
    private const double LeastEdgeWithNumbers = 90;

    private readonly Axis[] _axes;
    private readonly (double Low, double High)[] _ranges;
    private readonly Sight _sight;
    private readonly double[] _units;
    private readonly double _scale;
    private readonly Spot _middle;

    public Projection(Panel panel, PanelLayout layout)
    {
        _axes = [panel.X, panel.Y, panel.Z!];
        _ranges = PanelScales.InSpace(panel);
        var longest = _ranges.Max(range => range.High - range.Low);
        _units = [.. _ranges.Select(range => 1 / (panel.HasEqualScales ? longest : range.High - range.Low))];

        _sight = Sight.Of(panel.View);
        var corners = Corners().Select(Unit).ToArray();
        var width = 2 * corners.Max(corner => corner.Dot(_sight.Right));
        var height = 2 * corners.Max(corner => corner.Dot(_sight.Up));
        var (aside, below) = _axes.Any(HasWords) ? (RoomAside, RoomBelow) : (RoomWithoutWords, RoomWithoutWords);
        _scale = Math.Min(Math.Max(1, layout.Width - (2 * aside)) / width, Math.Max(1, layout.Height - below) / height);
        _middle = new Spot((layout.Left + layout.Right) / 2, (layout.Top + layout.Bottom - below) / 2);
    }

    /// <summary>Where a point is seen and how near it is, or null if it is none.</summary>
    public (Spot Spot, double Nearness)? Of(double x, double y, double z)
    {
        if (!(PanelScales.CanShow(x) && PanelScales.CanShow(y) && PanelScales.CanShow(z)))
            return null;
        var unit = Unit(new Point3(x, y, z));
        var spot = new Spot(AxisScale.Rounded(_middle.X + (_scale * unit.Dot(_sight.Right))), AxisScale.Rounded(_middle.Y - (_scale * unit.Dot(_sight.Up))));
        return (spot, unit.Dot(_sight.TowardsEye));
    }

    /// <summary>The edges of the box.</summary>
    public IEnumerable<(Spot From, Spot To)> Edges()
    {
        var corners = Corners().Select(corner => Of(corner.X, corner.Y, corner.Z)!.Value.Spot).ToArray();
        for (var from = 0; from < 8; from++)
        {
            for (var bit = 1; bit < 8; bit <<= 1)
            {
                if ((from & bit) == 0)
                    yield return (corners[from], corners[from | bit]);
            }
        }
    }

    /// <summary>Each axis with the ends of its range, if its edge is long enough for them, and its label; an axis without a label has neither: outside the edge that bounds the picture, below for depth and width, at the left for height.</summary>
    public IEnumerable<(Axis Axis, TextAnchor Anchor, (string Text, Spot At)[] Ends, Spot Label)> Axes()
    {
        for (var axis = 0; axis < 3; axis++)
        {
            var (low, high) = EdgeOf(axis);
            var (from, to) = (Seen(low), Seen(high));
            var away = Outward(from, to);
            var isShort = Math.Sqrt(Math.Pow(from.X - to.X, 2) + Math.Pow(from.Y - to.Y, 2)) < LeastEdgeWithNumbers;
            (string, Spot)[] ends = isShort || !HasWords(_axes[axis])
                ? []
                : [(AxisScale.NumberText(_ranges[axis].Low, digits: 4), Shifted(from, to, 0.04, away, 12)), (AxisScale.NumberText(_ranges[axis].High, digits: 4), Shifted(from, to, 0.96, away, 12))];
            // The texts of the two lower edges grow away from each other.
            yield return (_axes[axis], away.X < 0 ? TextAnchor.End : TextAnchor.Start, ends, Shifted(from, to, 0.5, away, isShort || axis == 2 ? 12 : 24));
        }
    }

    private static bool HasWords(Axis axis) => axis.Label.Length > 0;

    private IEnumerable<Point3> Corners()
    {
        for (var corner = 0; corner < 8; corner++)
        {
            yield return new Point3(
                (corner & 1) == 0 ? _ranges[0].Low : _ranges[0].High,
                (corner & 2) == 0 ? _ranges[1].Low : _ranges[1].High,
                (corner & 4) == 0 ? _ranges[2].Low : _ranges[2].High);
        }
    }

    // The middle of the box is 0, its longest side (with equal scales) or each side is 1.
    private Point3 Unit(Point3 point) => new(
        (point.X - Middle(0)) * _units[0], (point.Y - Middle(1)) * _units[1], (point.Z - Middle(2)) * _units[2]);

    private double Middle(int axis) => (_ranges[axis].Low + _ranges[axis].High) / 2;

    private Spot Seen(Point3 point) => Of(point.X, point.Y, point.Z)!.Value.Spot;

    // Of the four edges along an axis, the lowest in the picture; of the upright ones, the leftmost.
    private (Point3 Low, Point3 High) EdgeOf(int axis)
    {
        var corners = Corners().ToArray();
        var bit = 1 << axis;
        return Enumerable.Range(0, 8).Where(corner => (corner & bit) == 0)
            .Select(corner => (Low: corners[corner], High: corners[corner | bit]))
            .OrderBy(edge => axis == 2 ? Seen(edge.Low).X + Seen(edge.High).X : -Seen(edge.Low).Y - Seen(edge.High).Y)
            .First();
    }

    private Spot Outward(Spot from, Spot to)
    {
        var (x, y) = (((from.X + to.X) / 2) - _middle.X, ((from.Y + to.Y) / 2) - _middle.Y);
        var length = Math.Max(1, Math.Sqrt((x * x) + (y * y)));
        return new Spot(x / length, y / length);
    }

    private static Spot Shifted(Spot from, Spot to, double along, Spot away, double pixels) => new(
        AxisScale.Rounded(from.X + ((to.X - from.X) * along) + (away.X * pixels)),
        AxisScale.Rounded(from.Y + ((to.Y - from.Y) * along) + (away.Y * pixels) + 4));
}
