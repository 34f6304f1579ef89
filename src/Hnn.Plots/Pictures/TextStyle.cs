using Hnn.Plots.Colors;

namespace Hnn.Plots.Pictures;

/// <summary>How a text is written.</summary>
/// <param name="Color">Colour.</param>
/// <param name="Anchor">Which part of the text stands at its place.</param>
/// <param name="Size">Size of the letters in pixels.</param>
/// <param name="IsBold">Whether the strokes are strong.</param>
/// <param name="IsUpward">Whether it runs from below upwards, as beside a vertical axis.</param>
internal readonly record struct TextStyle(Color Color, TextAnchor Anchor = TextAnchor.Start, double Size = 13, bool IsBold = false, bool IsUpward = false);
