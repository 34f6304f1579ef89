using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>The outlines of marks that are not circles, made to weigh as much as a circle of the same size.</summary>
internal static class MarkShape
{
    public const double StrokeWidth = 1.5;

    public static bool IsStroked(Marker marker) => marker is Marker.Cross or Marker.Bar;

    public static IReadOnlyList<Spot> Corners(Marker marker, Spot centre, double size)
    {
        var half = size / 2;
        (double X, double Y)[] corners = marker switch
        {
            Marker.Triangle => [(0, -1.1), (1.05, 0.8), (-1.05, 0.8)],
            Marker.Square => [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            Marker.Diamond => [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)],
            _ => throw new ArgumentOutOfRangeException(nameof(marker), marker, "This mark has no corners."),
        };
        return [.. corners.Select(corner => new Spot(centre.X + (corner.X * half), centre.Y + (corner.Y * half)))];
    }

    public static IReadOnlyList<IReadOnlyList<Spot>> Strokes(Marker marker, Spot centre, double size)
    {
        var half = size / 2;
        return marker == Marker.Bar
            ? [[centre with { Y = centre.Y - half }, centre with { Y = centre.Y + half }]]
            : [[new(centre.X - half, centre.Y - half), new(centre.X + half, centre.Y + half)], [new(centre.X - half, centre.Y + half), new(centre.X + half, centre.Y - half)]];
    }
}
