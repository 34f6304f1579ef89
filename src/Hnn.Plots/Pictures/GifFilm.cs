using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Quantization;

namespace Hnn.Plots.Pictures;

/// <summary>An animated GIF file, written frame by frame, so that a long film needs no more memory than a short one.</summary>
/// <remarks>
/// Each frame is encoded as a file of its own, with colours of its own, and its blocks are put behind those before it.
/// Source: GIF89a, whose files are a header of 13 bytes, blocks, and a last byte; and Netscape's block for films that play over and over.
/// </remarks>
internal sealed class GifFilm(Stream stream)
{
    private const int HeaderLength = 13;
    private const byte Trailer = 0x3B;

    private static readonly GifEncoder Encoder = new() { ColorTableMode = GifColorTableMode.Local, Quantizer = new OctreeQuantizer(new QuantizerOptions { Dither = null }) };

    private byte[] _before = [];

    /// <summary>Adds a frame.</summary>
    /// <param name="picture">What it shows; of one size for all.</param>
    /// <param name="hundredths">How long it is shown, in hundredths of a second.</param>
    public void Add(PngCanvas picture, int hundredths)
    {
        var isFirst = _before.Length == 0;
        var now = picture.Pixels.ToArray();
        using var image = Image.LoadPixelData<Rgba32>(isFirst ? now : Changed(now), picture.Width, picture.Height);
        var metadata = image.Frames.RootFrame.Metadata.GetGifMetadata();
        (metadata.FrameDelay, metadata.DisposalMethod) = (hundredths, GifDisposalMethod.NotDispose);
        using var file = new MemoryStream();
        image.SaveAsGif(file, Encoder);

        var bytes = file.GetBuffer().AsSpan(0, (int)file.Length);
        if (isFirst)
        {
            stream.Write(bytes[..HeaderLength]);
            stream.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);
        }

        stream.Write(bytes[HeaderLength..^1]);
        _before = now;
    }

    public void End() => stream.WriteByte(Trailer);

    // What is as it was is left transparent, which takes next to no room in the file.
    private byte[] Changed(byte[] now)
    {
        var changed = new byte[now.Length];
        for (var pixel = 0; pixel < now.Length; pixel += 4)
        {
            if (!now.AsSpan(pixel, 4).SequenceEqual(_before.AsSpan(pixel, 4)))
                now.AsSpan(pixel, 4).CopyTo(changed.AsSpan(pixel));
        }

        return changed;
    }
}
