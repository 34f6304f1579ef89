using System.Collections.Immutable;
using Hnn.Engine.Cells;

namespace Hnn.Core.Networks;

/// <summary>Where the column's cells stand: pyramidal cells on a square grid, basket cells on every third place, all of a layer at one height.</summary>
/// <param name="Mesh">Number of pyramidal cells along x and y.</param>
/// <param name="InPlaneDistance">Distance of neighbours on the grid in µm.</param>
/// <param name="LayerSeparation">Height of the pyramidal cells of layer 2 above those of layer 5 in µm.</param>
internal sealed record GridLayout((int X, int Y) Mesh, double InPlaneDistance, double LayerSeparation)
{
    /// <summary>Where drive cells are placed: the grid's central place at half height.</summary>
    public Point3 Origin => At((Mesh.X - 1) / 2, (Mesh.Y - 1) / 2, Math.Floor(LayerSeparation / 2));

    /// <summary>The places for a kind of cell; null if the grid has none for its shape and layer.</summary>
    public ImmutableArray<Point3>? For(CellType type) => (type.Morphology, type.Layer) switch
    {
        ("pyramidal", "2") => Pyramidal(LayerSeparation),
        ("pyramidal", "5") => Pyramidal(0),
        ("basket", "2") => Basket(0.8 * LayerSeparation),
        ("basket", "5") => Basket(0.2 * LayerSeparation),
        _ => null,
    };

    private ImmutableArray<Point3> Pyramidal(double height) =>
    [
        .. from x in Enumerable.Range(0, Mesh.X)
           from y in Enumerable.Range(0, Mesh.Y)
           select At(x, y, height),
    ];

    private ImmutableArray<Point3> Basket(double height) =>
        [.. Places(0).Concat(Places(1)).OrderBy(place => place.Y).Select(place => At(place.X, place.Y, height))];

    // Even rows have a basket cell in columns 0, 3, 6 …, odd rows in columns 1, 4, 7 …
    private IEnumerable<(int X, int Y)> Places(int first)
    {
        for (var x = first; x < Mesh.X; x += 3)
            for (var y = first; y < Mesh.Y; y += 2)
                yield return (x, y);
    }

    private Point3 At(int x, int y, double height) => new(x * InPlaneDistance, y * InPlaneDistance, height);
}
