namespace Hnn.Plots.Traces;

/// <summary>How a line is stroked.</summary>
public enum LineStyle
{
    /// <summary>Without gaps.</summary>
    Solid,

    /// <summary>Long strokes.</summary>
    Dashed,

    /// <summary>Points.</summary>
    Dotted,
}
