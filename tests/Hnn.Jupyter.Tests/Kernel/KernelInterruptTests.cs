using System.Diagnostics;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Tests.Kernel;

[Collection(SharedKernel.Name)]
public sealed class KernelInterruptTests(SharedKernel shared)
{
    // At rest these take 0.01 to 0.9 s; a busy machine needs more.
    private const double MostSeconds = 6;

    private KernelClient Client => shared.Client;

    [Theory]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("new TaskCompletionSource().Task.Wait();")]
    [InlineData("while (true) { }")]
    [InlineData("long n = 0; while (true) { try { n++; } catch (Exception) { } }")]
    [InlineData("while (true) Console.WriteLine(\"for ever\");")]
    [InlineData("for (var i = 0; ; i++) display(i);")]
    [InlineData("while (true) { try { Console.WriteLine(1); } catch (Exception) { } }")]
    [InlineData("await Task.Run(() => { while (true) Console.WriteLine(1); });")]
    [InlineData("while (true) new Random().NextDouble().ToString().Split('.').ToList();")]
    [InlineData("System.Diagnostics.Process.Start(\"sleep\", \"30\").WaitForExit();")]
    [InlineData("input(\"Nobody answers\")")]
    public void A_cell_without_end_is_stopped(string code)
    {
        var id = Client.SendCell($"display(\"begun\");\n{code}");
        Client.ReceiveUntil(message => message.Type == "display_data" && message.ParentId == id);
        Thread.Sleep(200);
        var clock = Stopwatch.StartNew();
        Client.Send(Channel.Control, "interrupt_request", new { });
        var reply = Client.Receive(Channel.Shell);
        var seconds = clock.Elapsed.TotalSeconds;

        TestContext.Current.TestOutputHelper?.WriteLine($"{seconds:F2} s");
        Assert.Equal(("error", "OperationCanceledException"), (reply.Status, reply["ename"]));
        Assert.InRange(seconds, 0, MostSeconds);
        Assert.Equal("ok", Client.Receive(Channel.Control).Status);
        Assert.Equal("2", Client.Run("1 + 1").Shown);
    }

    [Fact]
    public void An_interrupt_of_nothing_is_answered()
    {
        Client.Send(Channel.Control, "interrupt_request", new { });

        Assert.Equal("ok", Client.Receive(Channel.Control).Status);
        Assert.Equal("2", Client.Run("1 + 1").Shown);
    }
}
