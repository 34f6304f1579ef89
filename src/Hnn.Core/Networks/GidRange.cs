namespace Hnn.Core.Networks;

/// <summary>Consecutive numbers (gids) of the cells of one population or of the artificial cells of one drive.</summary>
/// <param name="Start">First gid.</param>
/// <param name="Stop">The gid after the last.</param>
public readonly record struct GidRange(int Start, int Stop)
{
    /// <summary>Number of gids.</summary>
    public int Count => Stop - Start;

    /// <summary>All gids in ascending order.</summary>
    public IEnumerable<int> Gids => Enumerable.Range(Start, Count);

    /// <summary>Whether <paramref name="gid"/> lies in the range.</summary>
    public bool Contains(int gid) => gid >= Start && gid < Stop;
}
