using System.Diagnostics;
using System.Runtime.Intrinsics;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Core.Verification;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Core.Tests.Verification;

public sealed class OutputHashTests
{
    private const string ExpectedHashVariable = "HNN_EXPECTED_OUTPUT_HASH";

    private static readonly SimulationOptions _recordingAll =
        SimulationOptions.Default with { StopTime = 4, Trials = 2, Voltages = Record.Soma, SynapticCurrents = Record.Soma, Calcium = Record.All };

    [Fact]
    public void Every_code_path_and_number_of_threads_gives_the_same_bits()
    {
        AssertSwitchesWork();
        var expected = Environment.GetEnvironmentVariable(ExpectedHashVariable) ?? Hash(_recordingAll);

        foreach (var path in Enum.GetValues<CodePath>())
            Assert.Equal(expected, Hash(_recordingAll with { CodePath = path, Threads = 1 }));
        foreach (var threads in new[] { 2, 3 })
            Assert.Equal(expected, Hash(_recordingAll with { Threads = threads }));
    }

    [Theory, InlineData("DOTNET_EnableAVX512"), InlineData("DOTNET_EnableAVX2"), InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task A_process_whose_processor_lacks_an_instruction_set_gives_the_same_bits(string switchedOff)
    {
        // The child runs the test above, and nothing else, against the hash found here.
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(OutputHashTests).Assembly.Location);
        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(OutputHashTests).FullName}.{nameof(Every_code_path_and_number_of_threads_gives_the_same_bits)}");
        start.Environment[switchedOff] = "0";
        start.Environment[ExpectedHashVariable] = Hash(_recordingAll);

        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(child.ExitCode == 0, output);
        Assert.Contains("Total: 1,", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_differs_changes_the_hash()
    {
        var quick = _recordingAll with { StopTime = 0.5, Trials = 1 };
        string[] hashes =
        [
            Hash(quick), Hash(quick with { Trials = 2 }), Hash(quick with { StopTime = 0.525 }), Hash(quick with { Calcium = Record.Soma }),
            Hash(quick with { SubtractBaseline = false }), Hash(quick, net => net.ElectrodeArrays.Remove(net.ElectrodeArrays[0])), Hash(quick, net => net.Celsius = 36),
        ];

        Assert.Distinct(hashes);
        Assert.Equal(hashes[0], Hash(quick));
    }

    private static string Hash(SimulationOptions options, Action<Network>? change = null)
    {
        var net = Network.Calcium(new NetworkOptions { Mesh = (3, 3) });
        net.AddDefaultErpDrives(start: -24.5);
        net.AddElectrodeArray("points", [new Point3(1, 1, 700)]);
        net.AddElectrodeArray("lines", [new Point3(1, 2, 100), new Point3(2, 1, 1300)], method: FieldMethod.LineSource);
        net.AddTonicBias(new Dictionary<string, double> { ["L2_basket"] = 0.5, ["L5_pyramidal"] = 2 });
        change?.Invoke(net);
        return OutputHash.Of(net.Simulate(options, cancellation: TestContext.Current.CancellationToken));
    }

    // A child process that ignored its switch would prove nothing.
    private static void AssertSwitchesWork()
    {
        Assert.False(Vector512.IsHardwareAccelerated && IsOff("DOTNET_EnableAVX512"));
        Assert.False(Vector256.IsHardwareAccelerated && IsOff("DOTNET_EnableAVX2"));
        Assert.False(Vector128.IsHardwareAccelerated && IsOff("DOTNET_EnableHWIntrinsic"));
        static bool IsOff(string variable) => Environment.GetEnvironmentVariable(variable) == "0";
    }
}
