namespace Hnn.Plots;

/// <summary>From where a panel with three axes is seen.</summary>
/// <param name="Azimuth">Angle of the eye around the vertical axis, in degrees: 0 looks from the positive X side, -90 from the negative Y side.</param>
/// <param name="Elevation">Angle of the eye above the horizontal plane, in degrees, -90 to 90.</param>
public readonly record struct View(double Azimuth, double Elevation)
{
    /// <summary>From the front, a little to the right and from above.</summary>
    public static View Front { get; } = new(-65, 12);
}
