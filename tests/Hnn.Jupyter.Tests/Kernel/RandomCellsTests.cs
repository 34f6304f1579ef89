using System.Diagnostics;
using Hnn.Jupyter.Wire;
using Hnn.Testing;

namespace Hnn.Jupyter.Tests.Kernel;

public sealed class RandomCellsTests
{
    private static readonly string[] Cells =
    [
        "var x = 1;", "var x = \"text\";", "int Twice(int n) => 2 * n;", "record Point(int A);", "Twice(21)", "x", "1 +", "throw new Exception();", "#!nonsense", "#!whos",
        "int Deep(int n) => n == 0 ? 0 : 1 + Deep(n - 1);\nDeep(1000)", "await Task.Yield(); 1", "Console.Write(new string('a', 100_000));", "display(1).Update(2);", "async void Stray() { await Task.Yield(); throw new Exception(); }\nStray(); await Task.Delay(20);",
        "_ = Task.Run(async () => { while (true) { await Task.Delay(50); Console.WriteLine(\"left behind\"); } });", "Environment.Exit(1);", "clearOutput();", "#!markdown\n# Title", "new object[] { null, double.NaN, new int[3, 3] }",
    ];

    private static readonly string[] Endless =
    [
        "await Task.Delay(-1);", "System.Threading.Thread.Sleep(-1);", "while (true) { }", "while (true) Console.WriteLine(1);", "while (true) { try { System.Threading.Thread.Sleep(10); } catch (Exception) { } }",
    ];

    private static readonly int Count = LongTests.AreWanted ? 1000 : 10;

    [Fact]
    public void Whatever_cells_come_the_kernel_goes_on_answering()
    {
        var random = new Random(7);
        using var kernel = new KernelProcess();

        var clock = Stopwatch.StartNew();
        for (var done = 0; done < Count; done++)
        {
            RunSequence(kernel.Client, random);
            Assert.Equal($"{done}", kernel.Client.Run($"{done}").Shown);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Count} sequences in {clock.Elapsed.TotalSeconds:F0} s");
        Assert.False(kernel.Process.HasExited);
    }

    private static void RunSequence(KernelClient client, Random random)
    {
        var ids = Enumerable.Range(0, random.Next(1, 5)).Select(_ => client.SendCell(Cells[random.Next(Cells.Length)])).ToList();
        if (random.Next(4) == 0)
        {
            ids.Add(client.SendCell($"display(\"begun\");\n{Endless[random.Next(Endless.Length)]}"));
            var isOver = client.ReceiveUntil(message => message.ParentId == ids[^1] && (message.Type == "display_data" || message["execution_state"] == "idle"))[^1].Type == "status";
            if (!isOver)
            {
                client.Send(Channel.Control, "interrupt_request", new { });
                client.Receive(Channel.Control);
            }
        }

        foreach (var id in ids)
            Assert.Equal(id, client.Receive(Channel.Shell).ParentId);
    }
}
