using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SkiaSharp;

namespace Hnn.Plots.Pictures;

/// <summary>The font of pictures in pixels, so that text is written, and has the same width, on machines without fonts too.</summary>
/// <remarks>
/// The files lie in the assembly of the package Avalonia.Fonts.Inter, which is embedded in this one and never loaded, only read.
/// Its resource <c>!AvaloniaResources</c> is an index (length, version, number of files; for each its path, offset and length) and the files behind it.
/// </remarks>
internal static class InterFont
{
    // DejaVu Sans, as wide as fonts of text are, is a tenth wider than Inter.
    private const double WidestFont = 1.1;

    private static readonly SKTypeface Regular = Read("/Assets/Inter-Regular.ttf");
    private static readonly SKTypeface SemiBold = Read("/Assets/Inter-SemiBold.ttf");

    /// <summary>The font of a text; whoever asks disposes it.</summary>
    public static SKFont Of(double size, bool isBold) => new(isBold ? SemiBold : Regular, (float)size) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };

    /// <summary>The pixels to leave for a line of text: an SVG picture is shown in whatever font is at hand, and that may be wider.</summary>
    public static double RoomFor(string text, double size = 13, bool isBold = false)
    {
        using var font = Of(size, isBold);
        return font.MeasureText(text) * WidestFont;
    }

    /// <summary>A line of text that fits into a room, if need be with an ellipsis for its end.</summary>
    public static string Shortened(string text, double room, double size = 13, bool isBold = false)
    {
        var length = text.Length;
        while (length > 0 && RoomFor(Begun(), size, isBold) > room)
            length--;
        return Begun();

        string Begun() => length == text.Length ? text : $"{text.AsSpan(0, length).TrimEnd()}…";
    }

    private static SKTypeface Read(string path)
    {
        using var assembly = new PEReader(typeof(InterFont).Assembly.GetManifestResourceStream("Avalonia.Fonts.Inter.dll")!);
        var metadata = assembly.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource).Single(each => metadata.GetString(each.Name) == "!AvaloniaResources");
        var bytes = assembly.GetSectionData(assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress).GetReader();
        // Every resource begins with its length, which is of no use here.
        bytes.Offset = (int)resource.Offset + sizeof(int);
        var indexLength = bytes.ReadInt32();
        var files = bytes.Offset + indexLength;
        _ = bytes.ReadInt32();
        for (var left = bytes.ReadInt32(); left > 0; left--)
        {
            var (name, offset, length) = (bytes.ReadUTF8(bytes.ReadByte()), bytes.ReadInt32(), bytes.ReadInt32());
            if (name != path)
                continue;
            bytes.Offset = files + offset;
            using var data = SKData.CreateCopy(bytes.ReadBytes(length));
            return SKTypeface.FromData(data);
        }

        throw new InvalidOperationException($"The package Avalonia.Fonts.Inter holds no file '{path}' any more. Name the one it holds instead.");
    }
}
