using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>A panel with its place in the chart and the names of its parts.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Frame">Where its frame lies in the static picture.</param>
/// <param name="Index">Its index in the figure.</param>
/// <param name="Panels">How many panels the figure has.</param>
/// <param name="FirstColors">How many colour scales the panels before it have.</param>
internal sealed record PanelPlace(Panel Panel, PanelLayout Frame, int Index, int Panels, int FirstColors)
{
    /// <summary>What its axes, its legend or its scene bear behind their names.</summary>
    public string Suffix { get; } = Nodes.Suffix(Index);

    /// <summary>Its colour scales, each once.</summary>
    public ColorScale[] Scales { get; } = PanelData.Scales(Panel);

    /// <summary>Name of the vertical axis at the right; those at the left have all lower numbers.</summary>
    public string RightSuffix { get; } = Nodes.Suffix(Panels + Index);

    /// <summary>Name of the colour axis of one of its scales.</summary>
    public string ColorAxis(ColorScale scale) => "coloraxis" + Nodes.Suffix(FirstColors + Array.IndexOf(Scales, scale));
}
