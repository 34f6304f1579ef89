namespace Hnn.Plots;

/// <summary>Figures of results. Each is plain data: draw it, change it with <c>with</c>, or take its numbers.</summary>
public static partial class Plots
{
    private const double UsualWidth = 2;

    // Points carry less ink than strokes; a little more width makes them weigh the same.
    private const double DottedWidth = 3;

    private static Axis TimeAxis => new("Time", "ms");
}
