using System.Collections.Immutable;

namespace Hnn.Plots;

/// <summary>What a picture shows: panels below each other. Plain immutable data, drawn by whoever can.</summary>
public sealed record Figure
{
    /// <summary>The panels from top to bottom.</summary>
    public required ImmutableArray<Panel> Panels { get; init; }

    /// <summary>Puts the panels of several figures below each other.</summary>
    /// <param name="figures">The figures, the topmost first.</param>
    /// <returns>One figure with all their panels.</returns>
    public static Figure Rows(params ReadOnlySpan<Figure> figures)
    {
        var panels = ImmutableArray.CreateBuilder<Panel>();
        foreach (var figure in figures)
            panels.AddRange(figure.Panels);
        return new Figure { Panels = panels.ToImmutable() };
    }
}
