using Hnn.Core.Networks;

namespace Hnn.Core.Backends;

/// <summary>The artificial cells of a drive.</summary>
/// <param name="Drive">Name of the drive.</param>
/// <param name="Gids">Their gids, at least one.</param>
public readonly record struct DriveCells(string Drive, GidRange Gids);
