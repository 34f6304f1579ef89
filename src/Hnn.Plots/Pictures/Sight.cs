using Hnn.Engine.Cells;

namespace Hnn.Plots.Pictures;

/// <summary>The directions of a view into space, each of length 1 and upright to the others.</summary>
/// <param name="Right">What lies at the right in the picture.</param>
/// <param name="Up">What lies above.</param>
/// <param name="TowardsEye">What lies nearer.</param>
internal readonly record struct Sight(Point3 Right, Point3 Up, Point3 TowardsEye)
{
    public static Sight Of(View view)
    {
        var (azimuth, elevation) = (view.Azimuth * Math.PI / 180, view.Elevation * Math.PI / 180);
        return new Sight(
            new Point3(-Math.Sin(azimuth), Math.Cos(azimuth), 0),
            new Point3(-Math.Sin(elevation) * Math.Cos(azimuth), -Math.Sin(elevation) * Math.Sin(azimuth), Math.Cos(elevation)),
            new Point3(Math.Cos(elevation) * Math.Cos(azimuth), Math.Cos(elevation) * Math.Sin(azimuth), Math.Sin(elevation)));
    }
}
