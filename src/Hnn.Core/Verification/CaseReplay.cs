using System.Diagnostics;
using System.Text.Json;
using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Verification;

/// <summary>Replays one recorded simulation: rebuilds the network, simulates, and has the results compared.</summary>
internal sealed class CaseReplay(string name, string folder, VerificationOptions options)
{
    /// <summary>Whatever is wrong with the case stands in the result, so that other cases can go on.</summary>
    /// <exception cref="OperationCanceledException">The replay was ended early.</exception>
    public CaseResult Run(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var blank = new CaseResult { Name = name, Folder = folder };
        try
        {
            var recorded = RecordedCase.Read(folder);
            var net = SettingsReplay.Network(recorded.Settings, ReadParameters);
            var simulation = OptionsOf(recorded);
            var watch = Stopwatch.StartNew();
            var result = net.Simulate(simulation, cancellation: cancellation);
            var elapsed = watch.Elapsed;
            var comparison = new CaseComparison(recorded, net, result, ReadTarget);
            var compared = comparison.Complete(blank) with { Elapsed = elapsed, OutputHash = OutputHash.Of(result) };
            return RoundingFloor.IsNeeded(compared) ? new RoundingFloor(net, simulation, comparison).Measured(compared, result, cancellation) : compared;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return blank with { Faults = [fault.Message] };
        }
    }

    private SimulationOptions OptionsOf(RecordedCase recorded)
    {
        var simulate = recorded.Settings.Member("simulate");
        var voltages = RecordOf(simulate, "record_vsec");
        return new SimulationOptions
        {
            StopTime = simulate.Number("tstop"),
            TimeStep = simulate.Number("dt", SimulationOptions.Default.TimeStep),
            Trials = simulate.Whole("n_trials", 1),
            // The full traces of some somata were recorded without a setting of their own.
            Voltages = voltages == Record.None && recorded.Tables.Any(table => table.StartsWith(CaseComparison.SomaVoltages, StringComparison.Ordinal)) ? Record.Soma : voltages,
            SynapticCurrents = RecordOf(simulate, "record_isec"),
            Calcium = RecordOf(simulate, "record_ca"),
            Threads = options.Threads,
            CodePath = options.CodePath,
        };
    }

    private static Record RecordOf(JsonElement simulate, string key) => simulate.Optional(key) switch
    {
        null or { ValueKind: JsonValueKind.False } => Record.None,
        { ValueKind: JsonValueKind.String } value when value.GetString() is "soma" => Record.Soma,
        { ValueKind: JsonValueKind.String } value when value.GetString() is "all" => Record.All,
        { } value => throw new InvalidDataException($"'{key}' is {value.GetRawText()}. It must be false, \"soma\" or \"all\". Correct it."),
    };

    private HnnParameters ReadParameters(string file) =>
        ParameterFile.Load(Path.Combine(options.ParametersFolder ?? throw NoFolder(file, "parameter files", nameof(VerificationOptions.ParametersFolder)), file));

    private Dipole ReadTarget(string file) =>
        DipoleFile.Read(Path.Combine(options.DataFolder ?? throw NoFolder(file, "measured dipoles", nameof(VerificationOptions.DataFolder)), file));

    private static DirectoryNotFoundException NoFolder(string file, string content, string option) =>
        new($"'{file}' cannot be read. The folder of {content} is not known. Set {option}, or the environment variable that names it.");
}
