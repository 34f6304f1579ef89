using System.Text;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Tests.Wire;

public class MessageSignerTests
{
    // Test case 2 of RFC 4231, in two parts.
    private readonly MessageSigner _signer = new([.. "Jefe"u8]);
    private readonly byte[][] _parts = [[.. "what do ya want "u8], [.. "for nothing?"u8]];

    [Fact]
    public void A_signature_is_that_of_all_parts_together() =>
        Assert.Equal("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", Encoding.ASCII.GetString(_signer.Sign(_parts)));

    [Fact]
    public void A_good_message_is_taken_once()
    {
        var signature = _signer.Sign(_parts);

        Assert.Null(_signer.Refuses(signature, _parts));
        Assert.Equal("it came before", _signer.Refuses(signature, _parts));
    }

    [Fact]
    public void Others_are_refused()
    {
        Assert.Equal("it is not signed", _signer.Refuses([], _parts));
        Assert.Equal("its signature is wrong", _signer.Refuses(_signer.Sign(_parts), _parts[0], _parts[0]));
    }
}
