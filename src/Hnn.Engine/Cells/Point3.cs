namespace Hnn.Engine.Cells;

/// <summary>A position or direction in space in µm: x and y in the plane of the layers, z from layer 5 towards the surface.</summary>
/// <param name="X">First in-plane coordinate in µm.</param>
/// <param name="Y">Second in-plane coordinate in µm.</param>
/// <param name="Z">Height in µm.</param>
public readonly record struct Point3(double X, double Y, double Z)
{
    /// <summary>Euclidean length in µm.</summary>
    public double Length => Math.Sqrt(X * X + Y * Y + Z * Z);

    /// <summary>Scalar product in µm².</summary>
    /// <param name="other">The other vector.</param>
    public double Dot(Point3 other) => X * other.X + Y * other.Y + Z * other.Z;

    /// <summary>Component-wise sum.</summary>
    public static Point3 operator +(Point3 left, Point3 right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    /// <summary>Component-wise difference.</summary>
    public static Point3 operator -(Point3 left, Point3 right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    /// <summary>The vector scaled by a factor.</summary>
    public static Point3 operator *(double factor, Point3 vector) => new(factor * vector.X, factor * vector.Y, factor * vector.Z);
}
