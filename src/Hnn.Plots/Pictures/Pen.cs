using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>How a line is drawn.</summary>
/// <param name="Color">Colour.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Style">Solid, dashed (strokes of 8, gaps of 4 pixels) or dotted (2 and 3).</param>
internal readonly record struct Pen(Color Color, double Width, double Opacity = 1, LineStyle Style = LineStyle.Solid);
