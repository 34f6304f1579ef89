using System.Collections.Immutable;
using Hnn.Plots.Colors;

namespace Hnn.Plots.Traces;

/// <summary>Colours by value.</summary>
/// <param name="Scale">Which value has which colour.</param>
/// <param name="Values">The value of each point; in a figure with frames, in each of them. Shape: [frames, or 1][points].</param>
public sealed record Coloring(ColorScale Scale, ImmutableArray<ImmutableArray<double>> Values)
{
    /// <summary>The values shown in a frame.</summary>
    /// <param name="frame">Index of the frame.</param>
    public ImmutableArray<double> In(int frame) => Values[Values.Length == 1 ? 0 : frame];
}
