using System.Collections.Immutable;

namespace Hnn.Plots.Colors;

/// <summary>The colours of figures: distinct to readers with any form of colour vision, and the same for a cell type or drive in every figure.</summary>
/// <remarks>Source: Okabe and Ito (2008), extended by the muted scheme of Paul Tol (2021).</remarks>
public static class Palette
{
    private static readonly ImmutableArray<Color> Drives = Colors("#009E73", "#CC79A7", "#332288", "#999933", "#882255", "#44AA99", "#DDCC77", "#000000");
    private static readonly ImmutableArray<Color> SeriesColors = Colors("#000000", "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9");

    // Pyramidal cells are blue, basket cells orange; the deeper layer is darker.
    private static readonly ImmutableDictionary<string, Color> CellTypes = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("L2_pyramidal", Color.FromHex("#56B4E9")),
        KeyValuePair.Create("L5_pyramidal", Color.FromHex("#0072B2")),
        KeyValuePair.Create("L2_basket", Color.FromHex("#E69F00")),
        KeyValuePair.Create("L5_basket", Color.FromHex("#D55E00")),
    ]);

    /// <summary>Colour of a line among several, counted from 0: black first, then from the palette, over and over.</summary>
    public static Color Series(int index) => At(SeriesColors, index);

    /// <summary>Colour of a population of a network: cell types of the standard column have colours of their own, all others follow their place.</summary>
    /// <param name="population">Name of a cell type or drive.</param>
    /// <param name="populations">All populations of the network in its order, so that a drive keeps its colour whichever are drawn.</param>
    public static Color Population(string population, IEnumerable<string> populations) =>
        CellTypes.TryGetValue(population, out var color)
            ? color
            : At(Drives, populations.Where(name => !CellTypes.ContainsKey(name)).TakeWhile(name => name != population).Count());

    private static Color At(ImmutableArray<Color> colors, int index) => colors[index % colors.Length];

    private static ImmutableArray<Color> Colors(params ReadOnlySpan<string> hex)
    {
        var colors = ImmutableArray.CreateBuilder<Color>(hex.Length);
        foreach (var color in hex)
            colors.Add(Color.FromHex(color));
        return colors.MoveToImmutable();
    }
}
