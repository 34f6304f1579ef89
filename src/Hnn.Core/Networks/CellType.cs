using Hnn.Engine.Cells;

namespace Hnn.Core.Networks;

/// <summary>A population's kind of cell: its template and what is known of it beyond the membrane. Immutable.</summary>
public sealed record CellType
{
    /// <summary>Name of the population, for example <c>L5_pyramidal</c>. Unique within a network.</summary>
    public required string Name { get; init; }

    /// <summary>Template all cells of the population are made of.</summary>
    public required CellTemplate Cell { get; init; }

    /// <summary>Shape, <c>pyramidal</c> or <c>basket</c> in the column; decides which places of the grid the cells take.</summary>
    public required string Morphology { get; init; }

    /// <summary>Whether the cells excite or inhibit; decides which global gains scale their connections.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>Cortical layer, <c>2</c> or <c>5</c> in the column.</summary>
    public required string Layer { get; init; }

    /// <summary>Whether the cells' axial currents are summed into the current dipole. Default: false.</summary>
    public bool ContributesToDipole { get; init; }

    /// <summary>Address of the publication the template comes from; empty if there is none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Colour in figures, in the one-letter notation of network files, for example <c>b</c>. Default: <c>k</c>.</summary>
    public string Color { get; init; } = "k";

    /// <summary>Marker in figures, in the notation of network files: <c>^</c> or <c>x</c>. Default: <c>o</c>.</summary>
    public string Marker { get; init; } = "o";
}
