using System.Net;
using System.Net.Sockets;
using Hnn.Cli.Servers;

namespace Hnn.Cli.Tests.Servers;

public class LocalPortTests
{
    [Fact]
    public void A_wanted_port_that_is_free_is_taken()
    {
        var free = FreePort.Find();

        Assert.Equal(free, LocalPort.Choose(free));
    }

    [Fact]
    public void A_wanted_port_that_another_program_has_is_refused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var fault = Assert.Throws<InvalidOperationException>(() => LocalPort.Choose(((IPEndPoint)other.LocalEndpoint).Port));

        Assert.Contains("--port", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_only_so_many_ports() => Assert.Throws<ArgumentException>(() => LocalPort.Choose(65536));

    [Fact]
    public void Without_a_wish_a_free_port_is_found() => Assert.InRange(LocalPort.Choose(null), 1024, 65535);
}
