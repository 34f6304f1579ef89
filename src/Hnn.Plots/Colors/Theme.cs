namespace Hnn.Plots.Colors;

/// <summary>Ground and ink of a picture.</summary>
/// <param name="Background">Colour of the ground.</param>
/// <param name="Ink">Colour of text and axes.</param>
/// <param name="Grid">Colour of the lines of the grid.</param>
public sealed record Theme(Color Background, Color Ink, Color Grid)
{
    // Lines need a contrast of 3 to their ground (WCAG 2.2, 1.4.11).
    private const double LeastContrast = 3;

    /// <summary>Dark on white, as on paper.</summary>
    public static Theme Light { get; } = new(Color.FromHex("#FFFFFF"), Color.FromHex("#222222"), Color.FromHex("#E5E5E5"));

    /// <summary>Light on nearly black.</summary>
    public static Theme Dark { get; } = new(Color.FromHex("#16181D"), Color.FromHex("#E6E6E6"), Color.FromHex("#33373F"));

    /// <summary>A colour as it is drawn on this ground: in the light theme as it is; in the dark one greys are turned around, and others mixed with white until they can be seen.</summary>
    /// <param name="color">The colour, chosen for a white ground.</param>
    public Color Adapt(Color color)
    {
        if (Background.Luminance > 0.5)
            return color;
        var (turned, share) = (IsGrey(color) ? new Color((byte)(255 - color.Red), (byte)(255 - color.Green), (byte)(255 - color.Blue)) : color, 0.0);
        var adapted = turned;
        while (share < 1 && adapted.ContrastTo(Background) < LeastContrast)
            adapted = turned.MixedWith(new Color(255, 255, 255), share = Math.Min(1, share + 0.05));
        return adapted;
    }

    private static bool IsGrey(Color color) => Math.Max(color.Red, Math.Max(color.Green, color.Blue)) - Math.Min(color.Red, Math.Min(color.Green, color.Blue)) <= 16;
}
