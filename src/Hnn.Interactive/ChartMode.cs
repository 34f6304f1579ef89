namespace Hnn.Interactive;

/// <summary>How figures are shown in a notebook.</summary>
public enum ChartMode
{
    /// <summary>As charts that can be moved, magnified and asked for numbers, each with a picture inside for viewers that run no scripts.</summary>
    Live,

    /// <summary>As pictures only: for notebooks that are committed, mailed or printed. They stay small and look the same everywhere.</summary>
    /// <remarks>Charts made with Plotly.NET itself have no picture: a sentence stands in their place. Make a figure of Hnn.Plots where a picture is wanted.</remarks>
    Static,
}
