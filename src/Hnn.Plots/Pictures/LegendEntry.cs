using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>One entry of a legend.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Trace">Whose sample stands before it, or null for a remark.</param>
/// <param name="X">Where it begins, in pixels from the legend's left.</param>
/// <param name="Y">Its middle, in pixels from the legend's top.</param>
internal readonly record struct LegendEntry(string Text, Trace? Trace, double X, double Y);
