using Hnn.Engine.Cells;

namespace Hnn.Engine.Models;

/// <summary>Cells of one type with consecutive gids.</summary>
/// <param name="Name">Name of the cell type, for example <c>L5_pyramidal</c>.</param>
/// <param name="Cell">The template all its cells are made of.</param>
/// <param name="FirstGid">Gid of the first cell.</param>
/// <param name="Count">Number of cells.</param>
/// <param name="ContributesToDipole">Whether its cells' axial currents are summed into a dipole of the population.</param>
public sealed record Population(string Name, CellTemplate Cell, int FirstGid, int Count, bool ContributesToDipole);
