using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Tests.Messages;

public class ChecksumTests
{
    // The check value of CRC-32C in catalogues of such codes, and 32 zeros from RFC 3720, appendix B.4.
    [Fact]
    public void Known_checksums_come_out()
    {
        Assert.Equal(0xE3069283u, Checksum.Of("123456789"u8, []));
        Assert.Equal(0x8A9136AAu, Checksum.Of(new byte[32], []));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(8), InlineData(9)]
    public void Where_the_bytes_are_divided_does_not_matter(int place)
    {
        var bytes = "123456789"u8;

        var checksum = Checksum.Of(bytes[..place], bytes[place..]);

        Assert.Equal(0xE3069283u, checksum);
    }
}
