using System.Text.Json;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Tests.Kernel;

[Collection(SharedKernel.Name)]
public sealed class WireTests(SharedKernel shared)
{
    private KernelClient Client => shared.Client;

    [Fact]
    public void A_message_that_is_not_signed_is_not_heard()
    {
        var (_, frames) = Client.Frames("kernel_info_request", new { });
        frames[1] = [];

        AssertUnheard(frames);
    }

    [Fact]
    public void A_message_with_another_signature_is_not_heard()
    {
        var (_, frames) = Client.Frames("execute_request", new { code = "1" });
        frames[^1] = JsonSerializer.SerializeToUtf8Bytes(new { code = "2" });

        AssertUnheard(frames);
    }

    [Fact]
    public void A_message_is_heard_once()
    {
        var (id, frames) = Client.Frames("kernel_info_request", new { });
        Client.SendFrames(Channel.Shell, frames);
        Assert.Equal("ok", Client.Collect(id).Reply.Status);

        AssertUnheard(frames);
    }

    [Theory]
    [InlineData("no message at all")]
    [InlineData("<IDS|MSG>")]
    public void What_is_no_message_does_no_harm(string frame)
    {
        Client.SendFrames(Channel.Shell, [System.Text.Encoding.ASCII.GetBytes(frame)]);

        Assert.Equal("ok", Client.Ask("kernel_info_request", new { }).Reply.Status);
    }

    [Fact]
    public void The_kernel_describes_itself()
    {
        var reply = Client.Ask("kernel_info_request", new { }).Reply;

        Assert.Equal(("5.3", "C#"), (reply["protocol_version"], reply.Content.GetProperty("language_info").GetProperty("name").GetString()));
    }

    [Fact]
    public void There_are_no_widgets_and_no_debugger()
    {
        Assert.Equal("{}", Client.Ask("comm_info_request", new { }).Reply["comms"]);

        Client.Send(Channel.Control, "debug_request", new { type = "request", seq = 1, command = "initialize" });
        var reply = Client.Receive(Channel.Control);

        Assert.Equal(("debug_reply", "False"), (reply.Type, reply["success"]));
    }

    [Fact]
    public void A_request_that_is_unknown_or_nonsense_is_answered_with_an_error()
    {
        Assert.Equal("error", Client.Ask("nonsense_request", new { }).Reply.Status);
        Assert.Equal("error", Client.Ask("history_request", new { hist_access_type = "nonsense" }).Reply.Status);
        Assert.Equal("error", Client.Ask("execute_request", new { code = "nonsense" }).Reply.Status);
    }

    private void AssertUnheard(byte[][] frames)
    {
        Client.SendFrames(Channel.Shell, frames);
        var next = Client.Ask("kernel_info_request", new { });

        Assert.Equal("ok", next.Reply.Status);
    }
}
