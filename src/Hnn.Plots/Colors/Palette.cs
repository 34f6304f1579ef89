using System.Collections.Immutable;
using System.Globalization;

namespace Hnn.Plots.Colors;

/// <summary>The colours of figures: distinct to readers with any form of colour vision, and the same for a cell type or drive in every figure.</summary>
/// <remarks>Source: Okabe and Ito (2008), extended by the muted scheme of Paul Tol (2021).</remarks>
public static class Palette
{
    // Drives near the soma are green, those at the far dendrites pink, all others neither.
    private static readonly ImmutableArray<Color> Proximal = Colors("#009E73", "#5FD0A8", "#006B4E");
    private static readonly ImmutableArray<Color> Distal = Colors("#CC79A7", "#AA4499", "#E8B0D0");
    private static readonly ImmutableArray<Color> Others = Colors("#332288", "#999933", "#000000", "#8C8C8C", "#DDCC77", "#7A4B1E");
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
    public static Color Series(int index) => SeriesColors[index % SeriesColors.Length];

    /// <summary>Colour of a population of a network: cell types of the standard column have colours of their own; a drive's follows from its name.</summary>
    /// <param name="population">Name of a cell type or drive. One with <c>prox</c> in it is green and one with <c>dist</c> pink, in shades that follow its number.</param>
    /// <param name="populations">All populations of the network in its order. Where two names would have one colour, the later gives way, as long as there are others.</param>
    public static Color Population(string population, IEnumerable<string> populations)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(populations);
        if (CellTypes.TryGetValue(population, out var color))
            return color;
        var family = FamilyOf(population);
        var taken = new HashSet<int>();
        foreach (var earlier in populations.TakeWhile(name => name != population).Where(name => !CellTypes.ContainsKey(name) && FamilyOf(name) == family))
            taken.Add(FreePlace(earlier, family.Length, taken));
        return family[FreePlace(population, family.Length, taken)];
    }

    /// <summary>Whether a name is that of a cell type of the standard column, which has a colour of its own.</summary>
    internal static bool IsCellType(string name) => CellTypes.ContainsKey(name);

    private static ImmutableArray<Color> FamilyOf(string name) =>
        name.Contains("prox", StringComparison.Ordinal) ? Proximal : name.Contains("dist", StringComparison.Ordinal) ? Distal : Others;

    // The place the name asks for, or else the next free one.
    private static int FreePlace(string name, int places, HashSet<int> taken)
    {
        var wanted = WantedPlace(name) % places;
        return Enumerable.Range(wanted, places).Select(place => place % places).FirstOrDefault(place => !taken.Contains(place), wanted);
    }

    // evprox1, evprox2, ... have the places 0, 1, ...; a word without a number has the same place everywhere, by the sum of its letters.
    private static int WantedPlace(string name)
    {
        var number = name.AsSpan(name.AsSpan().TrimEnd("0123456789").Length);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var counted) && counted > 0
            ? counted - 1
            : name.Sum(letter => letter);
    }

    private static ImmutableArray<Color> Colors(params ReadOnlySpan<string> hex)
    {
        var colors = ImmutableArray.CreateBuilder<Color>(hex.Length);
        foreach (var color in hex)
            colors.Add(Color.FromHex(color));
        return colors.MoveToImmutable();
    }
}
