using System.Collections.Immutable;

namespace Hnn.Interactive.Reports;

/// <summary>What there is to show of a value. Immutable; written by <see cref="HtmlReport"/> and <see cref="TextReport"/>.</summary>
/// <param name="Title">One line that says what the value is.</param>
/// <param name="Parts">What stands below it, in order.</param>
internal sealed record Report(string Title, params ImmutableArray<Part> Parts)
{
    /// <summary>The figure that stands for the whole; null if there is none.</summary>
    public Plots.Figure? MainFigure => Parts.OfType<Drawing>().FirstOrDefault()?.Figure;
}
