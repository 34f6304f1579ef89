namespace Hnn.Plots;

/// <summary>Figures of results. Each is plain data: draw it, change it with <c>with</c>, or take its numbers.</summary>
public static partial class Plots
{
    private static Axis TimeAxis => new("Time", "ms");
}
