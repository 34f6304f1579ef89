using System.CommandLine;
using System.Globalization;
using Hnn.Cli.Measuring;
using Hnn.Cli.Measuring.Ranks;
using Hnn.Cli.Output;
using Spectre.Console;

namespace Hnn.Cli.Verbs;

/// <summary>Measures how simulations scale with the number of ranks, on this machine or cluster.</summary>
internal sealed class BenchMpiVerb : IVerb
{
    private readonly MpiWords _mpi = new(ranks: Environment.ProcessorCount);
    private readonly Option<(int X, int Y)> _largeMesh = Words.Mesh("--large-mesh", "Mesh of the one network whose cells all ranks share.", byDefault: 20);
    private readonly Option<(int X, int Y)> _mesh = Words.Mesh("--mesh", "Mesh of the candidates.", byDefault: 10);
    private readonly Option<double> _stop = Words.StopTime();
    private readonly Option<int> _candidates = Words.Whole("--candidates", "Number of candidates that all ranks share.", least: 1, byDefault: 20);
    private readonly Option<int> _candidatesPerRank = Words.Whole("--candidates-per-rank", "Number of candidates for each rank of the work that grows.", least: 1, byDefault: 5);
    private readonly Option<int> _runs = Words.Whole("--runs", "Number of runs whose median counts.", least: 1, byDefault: 3);

    public Command Command => new("mpi", "Measure how simulations scale with MPI ranks: 1, 2, 4 and so on, up to the number of --mpi.") { _mpi, _largeMesh, _mesh, _stop, _candidates, _candidatesPerRank, _runs };

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var machine = Machine.Measure();
        var ranks = _mpi.OptionsOf(words);
        var settings = new RankBenchmarkSettings(words.GetValue(_largeMesh), words.GetValue(_mesh), words.GetValue(_stop), words.GetValue(_candidates), words.GetValue(_candidatesPerRank), words.GetValue(_runs));
        var rows = new List<RankBenchmarkRow>();
        foreach (var number in UpTo(ranks.Processes))
        {
            terminal.Note(string.Create(CultureInfo.InvariantCulture, $"Measuring {number} rank(s) …"));
            rows.Add(RankBenchmark.Measure(settings, ranks with { Processes = number }, cancellation));
        }

        terminal.Line(machine.ToText());
        terminal.Table(TableOf(rows, settings));
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"Times are medians of {settings.Runs} runs of {settings.StopTime} ms, in brackets how many times as fast as one rank."));
        terminal.Object(new { machine, ranks.Launcher, settings.StopTime, settings.Candidates, settings.CandidatesPerRank, settings.Runs, rows });
        return Task.FromResult(ExitCode.Success);
    }

    // One, then twice as many each time, and the last.
    private static IEnumerable<int> UpTo(int ranks)
    {
        for (var number = 1; number < ranks; number *= 2)
            yield return number;
        yield return ranks;
    }

    private static Table TableOf(List<RankBenchmarkRow> rows, RankBenchmarkSettings settings)
    {
        var table = new Table();
        foreach (var heading in new[]
        {
            "ranks", $"one {settings.LargeMesh.X}x{settings.LargeMesh.Y} network by cells, s", $"{settings.Candidates} candidates of {settings.Mesh.X}x{settings.Mesh.Y}, s",
            $"{settings.CandidatesPerRank} candidates per rank, s",
        })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var row in rows)
        {
            table.AddRow(
                $"{row.Ranks}", Cell(row.CellsSeconds, rows[0].CellsSeconds / row.CellsSeconds), Cell(row.CandidatesSeconds, rows[0].CandidatesSeconds / row.CandidatesSeconds),
                Cell(row.WeakSeconds, row.Ranks * rows[0].WeakSeconds / row.WeakSeconds));
        }

        return table;

        static string Cell(double seconds, double gain) => string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} ({gain:F2})");
    }
}
