namespace Hnn.Plots.Pictures;

/// <summary>A line as what a canvas can draw: pieces without gaps, without points that fall on the one before them.</summary>
internal static class LinePieces
{
    /// <summary>The unbroken pieces of a line.</summary>
    /// <param name="spots">Its points; null where it is interrupted.</param>
    /// <param name="isStepped">Whether the line goes along before it goes up.</param>
    public static IEnumerable<IReadOnlyList<Spot>> Whole(IEnumerable<Spot?> spots, bool isStepped)
    {
        List<Spot> piece = [];
        foreach (var spot in spots)
        {
            if (spot is not { } at)
            {
                if (piece.Count > 0)
                    yield return piece;
                piece = [];
            }
            else if (piece.Count == 0 || piece[^1] != at)
            {
                if (isStepped && piece.Count > 0 && piece[^1].X != at.X && piece[^1].Y != at.Y)
                    piece.Add(new Spot(at.X, piece[^1].Y));
                piece.Add(at);
            }
        }

        if (piece.Count > 0)
            yield return piece;
    }

    /// <summary>The straight pieces between neighbouring points, each with the index of the point it ends in.</summary>
    public static IEnumerable<(Spot From, Spot To, int Index)> Between(IEnumerable<Spot?> spots)
    {
        Spot? last = null;
        var index = 0;
        foreach (var spot in spots)
        {
            if (last is { } from && spot is { } to)
                yield return (from, to, index);
            last = spot;
            index++;
        }
    }
}
