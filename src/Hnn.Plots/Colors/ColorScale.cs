namespace Hnn.Plots.Colors;

/// <summary>Which number has which colour.</summary>
/// <param name="Axis">What the numbers measure; written beside the colour bar.</param>
/// <param name="Map">The colours, from the least number to the greatest.</param>
/// <param name="Min">The least number, in the axis' unit; lesser ones have its colour.</param>
/// <param name="Max">The greatest number, in the axis' unit; greater ones have its colour.</param>
public sealed record ColorScale(Axis Axis, Colormap Map, double Min, double Max)
{
    /// <summary>Whether a colour bar beside the panel explains it; not needed where another panel's bar does. Default: true.</summary>
    public bool HasBar { get; init; } = true;

    /// <summary>The colour of a number.</summary>
    /// <param name="value">The number, in the axis' unit; finite.</param>
    public Color ColorOf(double value) => Map.At(Max > Min ? (value - Min) / (Max - Min) : 0.5);
}
