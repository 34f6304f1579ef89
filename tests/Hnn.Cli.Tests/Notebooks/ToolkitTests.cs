using System.Text.RegularExpressions;
using Hnn.Cli.Notebooks;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;

namespace Hnn.Cli.Tests.Notebooks;

public sealed class ToolkitTests : IDisposable
{
    private const string Usings = "using Hnn.Core.Networks; using Hnn.Core.Optimization; using Hnn.Core.Simulation; using Hnn.Interactive.Live;\n";

    private readonly ScriptEngine _engine = new(Toolkit.EngineFor(""));

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_cell_interrupted_while_it_simulates_keeps_the_trials_that_are_finished()
    {
        const string simulation = Usings + """
            var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });
            net.AddDefaultErpDrives();
            var result = net.SimulateLive(stopTime: 20, trials: 2000);
            """;

        var interrupted = await RunAsync(simulation, interruptAt: @": [1-9]\d %");
        var later = await RunAsync("Console.Write($\"{result.Dipoles.Length is > 0 and < 2000} {result.Warnings[^1]}\");");

        Assert.Equal("cell 1 was interrupted.", interrupted.Error?.Value);
        Assert.Matches(@"^True Interrupted: \d+ of 2000 trials finished\.$", later.Text);
    }

    // Evaluations of the whole column, the longest there are between two looks at the token.
    [Fact]
    public async Task A_cell_interrupted_while_it_fits_keeps_the_best()
    {
        const string fit = Usings + """
            var net = Network.Jones2009();
            net.AddDefaultErpDrives();
            var space = new ParameterSpace { ["mu"] = (20, 30) };
            var optimizer = new Optimizer(net, stopTime: 170, space, (n, p) => n.ChangeDrive<Hnn.Core.Drives.EvokedDrive>("evprox1", drive => drive with { Mu = p["mu"] })) { MaxEvaluations = 1000 };
            var fit = await optimizer.FitLiveAsync(new Hnn.Core.Results.Dipole([0, 100, 170], [0, 1, 0]));
            """;

        var interrupted = await RunAsync(fit, interruptAt: @"^Fitting: evaluation ([2-9]|\d\d)");
        var later = await RunAsync("Console.Write($\"{fit.StopReason} {fit.History.Length is > 1 and < 1000} {double.IsFinite(fit.Loss)}\");");

        Assert.Equal("cell 1 was interrupted.", interrupted.Error?.Value);
        Assert.Equal("Cancelled True True", later.Text);
    }

    private async Task<(ErrorOutput? Error, string Text)> RunAsync(string cell, string? interruptAt = null)
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var sink = new Sink(interrupt, interruptAt);
        var result = await _engine.RunAsync(cell, sink, interrupt.Token);
        return (result.Error, sink.Text);
    }

    /// <summary>Interrupts the cell when a display shows certain words.</summary>
    private sealed class Sink(CancellationTokenSource interrupt, string? words) : ICellSink
    {
        public string Text { get; private set; } = "";

        public void Show(CellOutput output) => Text += (output as StreamOutput)?.Text;

        public void Update(string displayId, MimeBundle data)
        {
            if (words is not null && Regex.IsMatch(data["text/plain"]!, words))
                interrupt.Cancel();
        }
    }
}
