using System.Globalization;

namespace Hnn.Plots.Colors;

/// <summary>A colour in sRGB.</summary>
/// <param name="Red">Red, 0 to 255.</param>
/// <param name="Green">Green, 0 to 255.</param>
/// <param name="Blue">Blue, 0 to 255.</param>
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    /// <summary>The colour as <c>#RRGGBB</c>.</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");

    /// <summary>Reads a colour written as <c>#RRGGBB</c>.</summary>
    /// <exception cref="FormatException"><paramref name="hex"/> is not of that form.</exception>
    public static Color FromHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length != 7 || hex[0] != '#' || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            throw new FormatException($"'{hex}' is not a colour. A colour is a hash sign and six hexadecimal digits: write it like #0072B2.");
        return new Color((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
    }

    /// <summary>Brightness as the eye sees it, from 0 (black) to 1 (white).</summary>
    /// <remarks>Source: relative luminance of WCAG 2.2.</remarks>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>How well two colours can be told apart by brightness: 1 (not at all) to 21 (black on white). Text needs 4.5, lines need 3.</summary>
    /// <remarks>Source: contrast ratio of WCAG 2.2.</remarks>
    public double ContrastTo(Color other)
    {
        var (darker, brighter) = (Math.Min(Luminance, other.Luminance), Math.Max(Luminance, other.Luminance));
        return (brighter + 0.05) / (darker + 0.05);
    }

    /// <summary>A mixture with another colour.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">Share of the other, 0 to 1.</param>
    public Color MixedWith(Color other, double share) => new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    private static byte Mix(byte one, byte other, double share) => (byte)Math.Round(one + ((other - one) * share));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
