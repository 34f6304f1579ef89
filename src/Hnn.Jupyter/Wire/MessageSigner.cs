using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Hnn.Jupyter.Wire;

/// <summary>Signs messages, and knows which signatures are good: those of the shared key that were not seen before.</summary>
internal sealed class MessageSigner(ImmutableArray<byte> key)
{
    // As many as Jupyter itself remembers.
    private const int Remembered = 65_536;

    private readonly byte[] _key = [.. key];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    /// <summary>The signature of the four parts of a message, in hexadecimal digits.</summary>
    public byte[] Sign(params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts)
            hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Why a message must be refused, or null if it is good. To be called by one thread.</summary>
    public string? Refuses(byte[] signature, params ReadOnlySpan<byte[]> parts)
    {
        if (signature.Length == 0)
            return "it is not signed";
        if (!CryptographicOperations.FixedTimeEquals(signature, Sign(parts)))
            return "its signature is wrong";
        var text = Encoding.ASCII.GetString(signature);
        if (!_seen.Add(text))
            return "it came before";
        _order.Enqueue(text);
        if (_order.Count > Remembered)
            _seen.Remove(_order.Dequeue());
        return null;
    }
}
