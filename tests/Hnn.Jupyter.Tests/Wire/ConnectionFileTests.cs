using Hnn.Jupyter.Wire;
using Hnn.Testing;

namespace Hnn.Jupyter.Tests.Wire;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Good = "{\"transport\": \"tcp\", \"ip\": \"127.0.0.1\", \"key\": \"k\", \"signature_scheme\": \"hmac-sha256\", \"shell_port\": 1, \"control_port\": 2, \"stdin_port\": 3, \"iopub_port\": 4, \"hb_port\": 5}";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_says_where_to_listen()
    {
        var file = Load(Good);

        Assert.Equal((1, 2, 3, 4, 5), (file.Shell, file.Control, file.Stdin, file.Publish, file.Heartbeat));
        Assert.Equal("127.0.0.1", file.Address.ToString());
    }

    [Theory]
    [InlineData("127.0.0.1", "192.168.0.1", "other machines")]
    [InlineData("127.0.0.1", "*", "other machines")]
    [InlineData("\"k\"", "\"\"", "has no key")]
    [InlineData("tcp", "ipc", "transport ipc")]
    [InlineData("hmac-sha256", "hmac-md5", "signatures by hmac-md5")]
    [InlineData("\"hb_port\": 5", "\"hb_port\": 0", "hb_port is no port")]
    [InlineData(", \"hb_port\": 5", "", "is not one")]
    [InlineData("{", "", "is not one")]
    public void Another_file_is_refused_and_the_reason_given(string part, string instead, string reason)
    {
        var fault = Assert.Throws<KernelStartException>(() => Load(Good.Replace(part, instead, StringComparison.Ordinal)));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var fault = Assert.Throws<KernelStartException>(() => ConnectionFile.Load(_folder.PathOf("missing.json")));

        Assert.Contains("missing.json' cannot be read", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ConnectionFile Load(string text)
    {
        File.WriteAllText(_folder.PathOf("connection.json"), text);
        return ConnectionFile.Load(_folder.PathOf("connection.json"));
    }
}
