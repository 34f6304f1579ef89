using System.Collections.Immutable;
using Hnn.Core.Cells;
using Hnn.Core.Parameters;

namespace Hnn.Core.Networks;

/// <summary>The four kinds of cells of the column, in the order of their gids.</summary>
internal static class StandardCellTypes
{
    private const string Publication = "https://doi.org/10.7554/eLife.51214";

    public static ImmutableArray<CellType> Make(HnnParameters parameters) =>
    [
        new()
        {
            Name = "L2_basket", Cell = CellTemplates.L2Basket(), Morphology = "basket", Polarity = Polarity.Inhibitory, Layer = "2",
            Reference = Publication, Color = "m", Marker = "x",
        },
        new()
        {
            Name = "L2_pyramidal", Cell = CellTemplates.L2Pyramidal(parameters), Morphology = "pyramidal", Polarity = Polarity.Excitatory, Layer = "2",
            ContributesToDipole = true, Reference = Publication, Color = "c", Marker = "^",
        },
        new()
        {
            Name = "L5_basket", Cell = CellTemplates.L5Basket(), Morphology = "basket", Polarity = Polarity.Inhibitory, Layer = "5",
            Reference = Publication, Color = "r", Marker = "x",
        },
        new()
        {
            Name = "L5_pyramidal", Cell = CellTemplates.L5Pyramidal(parameters), Morphology = "pyramidal", Polarity = Polarity.Excitatory, Layer = "5",
            ContributesToDipole = true, Reference = Publication, Color = "b", Marker = "^",
        },
    ];
}
