using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Hnn.Cli.Measuring;
using Hnn.Cli.Output;
using Hnn.Engine.Runs;
using Spectre.Console;

namespace Hnn.Cli.Verbs;

/// <summary>Measures the engine on this machine.</summary>
internal sealed class BenchVerb : IVerb
{
    private readonly Option<(int X, int Y)[]> _meshes = new("--mesh")
    {
        Description = "Mesh to measure; may be given several times. [default: 10x10]",
        HelpName = "NxN",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = Words.ParseMeshes,
    };

    private readonly Option<CodePath[]> _paths = new("--code-path") { Description = "Code path to measure; may be given several times. [default: Widest]", HelpName = "PATH" };
    private readonly Option<double> _stop = Words.StopTime();
    private readonly Option<int> _runs = Words.Whole("--runs", "Number of runs whose median counts.", least: 1, byDefault: 5);

    public IEnumerable<IVerb> Verbs => [new BenchFitVerb(), new BenchMpiVerb()];

    public Command Command => new("bench", "Measure the engine on this machine: the standard column with its evoked drives.") { _meshes, _paths, _stop, _runs };

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var machine = Machine.Measure();
        var (meshes, paths) = (words.GetValue(_meshes) ?? [], words.GetValue(_paths) ?? []);
        var rows = new List<BenchmarkRow>();
        foreach (var mesh in meshes.Length > 0 ? meshes : [(10, 10)])
        {
            foreach (var path in paths.Length > 0 ? paths : [CodePath.Widest])
            {
                terminal.Note(string.Create(CultureInfo.InvariantCulture, $"Measuring {mesh.X}x{mesh.Y}, {path} …"));
                rows.Add(Benchmark.Measure(new(mesh, path, words.GetValue(_stop), words.GetValue(_runs)), machine.ClockGigahertz, cancellation));
            }
        }

        var peakMemory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        terminal.Line(machine.ToText());
        terminal.Table(TableOf(rows));
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"Peak memory of the process {peakMemory:F0} MB. Times are medians of {words.GetValue(_runs)} runs of {words.GetValue(_stop)} ms."));
        terminal.Object(new
        {
            rows[0].MsPerTrial1Thread,
            rows[0].MsPerTrialAllThreads,
            rows[0].BuildMs,
            PeakMemoryMb = peakMemory,
            StopTime = words.GetValue(_stop),
            Runs = words.GetValue(_runs),
            Machine = machine,
            Rows = rows,
        });
        return Task.FromResult(ExitCode.Success);
    }

    private static Table TableOf(IEnumerable<BenchmarkRow> rows)
    {
        var table = new Table();
        table.AddColumns("mesh", "code path");
        foreach (var heading in new[] { "ms, 1 thread", "ms, all threads", "ns per compartment-step", "cycles", "million events/s", "build ms", "compartments", "spikes" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var row in rows)
        {
            table.AddRow(
                row.Mesh, row.CodePath, Number(row.MsPerTrial1Thread, 0), Number(row.MsPerTrialAllThreads, 0), Number(row.NsPerCompartmentStep, 2),
                Number(row.CyclesPerCompartmentStep, 1), Number(row.EventsPerSecond / 1e6, 2), Number(row.BuildMs, 1),
                Number(row.Compartments, 0), Number(row.Spikes, 0));
        }

        return table;
    }

    private static string Number(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
