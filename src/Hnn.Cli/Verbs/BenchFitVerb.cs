using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hnn.Cli.Measuring;
using Hnn.Cli.Measuring.Fits;
using Hnn.Cli.Output;
using Hnn.Core.Datasets;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using MathNet.Numerics.Statistics;
using Spectre.Console;

namespace Hnn.Cli.Verbs;

/// <summary>Measures how good fits are.</summary>
internal sealed class BenchFitVerb : IVerb
{
    private const string ReferenceRuns = "HNN_REFERENCE";
    private const string ReferenceAnswer = "median reference answer";

    // Targets that can be reached, and such that cannot.
    private static readonly (bool IsAttainable, string Name)[] s_targets = [(true, "attainable"), (false, "with a floor")];

    private readonly Option<string> _part = new("--part") { Description = "What to measure.", DefaultValueFactory = _ => "tutorial" };
    private readonly Option<Solver> _solver = Words.Solver();
    private readonly Option<int> _seeds = Words.Whole("--seeds", "Number of solver seeds, hidden times or hidden points.", least: 1, byDefault: 10);
    private readonly Option<int> _evaluations = Words.Whole("--evaluations", "Evaluations of each fit.", least: 1, byDefault: 200);
    private readonly Option<string> _folder = Words.Folder();
    private readonly MpiWords _mpi = new();

    public BenchFitVerb() => _part.AcceptOnlyFromAmong("tutorial", "honest", "recovery", "recovery-with-weights", "surrogate");

    public Command Command => new("fit", "Measure how good fits are. Each fit keeps a checkpoint in the folder, and a measurement that was ended goes on with them.")
    {
        _part, _solver, _seeds, _evaluations, _folder, _mpi,
    };

    public async Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var machine = Machine.Measure();
        terminal.Line(machine.ToText());
        using var ranks = _mpi.Use(words, terminal);
        switch (words.GetValue(_part))
        {
            case "surrogate":
                Surrogate(words, terminal, cancellation);
                break;
            case "recovery":
                Recovery(words, terminal, weightFactor: 1, cancellation);
                break;
            case "recovery-with-weights":
                Recovery(words, terminal, weightFactor: 2, cancellation);
                break;
            case "honest":
                Honest(words, terminal, await TargetAsync(cancellation).ConfigureAwait(false), cancellation);
                break;
            default:
                Tutorial(words, terminal, await TargetAsync(cancellation).ConfigureAwait(false), cancellation);
                break;
        }

        return ExitCode.Success;
    }

    private static async Task<Dipole> TargetAsync(CancellationToken cancellation)
    {
        var found = await DatasetLookup.FromEnvironment().FindAsync(Dataset.S1SupraT, cancellation).ConfigureAwait(false);
        return found.Origin == DatasetOrigin.StandIn
            ? throw new InvalidOperationException("The measured dipole S1_SupraT was not found, and with an invented one the numbers would mean nothing. Set HNN_DATA to its folder.")
            : found.Dipole;
    }

    private void Tutorial(ParseResult words, Terminal terminal, Dipole target, CancellationToken cancellation)
    {
        var fits = new TutorialFits(terminal, target, words.GetRequiredValue(_folder));
        var table = TableOf(["seed", .. TutorialFits.Marks.Select(mark => $"after {mark}"), "t >= 80 ms at 200", "seconds", "solver's share"]);
        var rows = new List<TutorialFitRow>();
        for (var seed = 1; seed <= words.GetValue(_seeds); seed++)
        {
            rows.Add(fits.RowOf(fits.Fit(words.GetRequiredValue(_solver), words.GetValue(_evaluations), seed, trials: 1, cancellation), seed));
            terminal.Note(string.Join(" ", Cells(rows[^1])));
            table.AddRow(Cells(rows[^1]));
        }

        foreach (var (name, pick) in new (string, Func<double[], double>)[] { ("median", SortedArrayStatistics.Median), ("worst", all => all[^1]), ("best", all => all[0]) })
        {
            table.AddRow(
            [
                name,
                .. TutorialFits.Marks.Select((_, mark) => Number(pick([.. rows.Select(row => row.LossAfter[mark]).Order()]))),
                Number(pick([.. rows.Select(row => row.LateMisfit).Order()])), "", "",
            ]);
        }

        terminal.Table(table);
        terminal.Object(new { TutorialFits.Marks, rows });

        static string[] Cells(TutorialFitRow row) =>
            [$"{row.Seed}", .. row.LossAfter.Select(Number), Number(row.LateMisfit), Number(row.Seconds), $"{(100 * row.SolverShare).ToString("F1", CultureInfo.InvariantCulture)} %"];
    }

    private void Honest(ParseResult words, Terminal terminal, Dipole target, CancellationToken cancellation)
    {
        const int Trials = 8, Fresh = 32;
        var fits = new TutorialFits(terminal, target, words.GetRequiredValue(_folder));
        var sets = new List<(string Name, ParameterValues Parameters)>();
        for (var seed = 1; seed <= words.GetValue(_seeds); seed++)
        {
            var fit = fits.Fit(words.GetRequiredValue(_solver), words.GetValue(_evaluations), seed, Trials, cancellation);
            if (seed == 1)
                sets.Add(("midpoint", fit.History[0].Parameters));
            sets.Add(($"{Trials}-trial fit, seed {seed}: {Number(fit.Loss)}", fit.Best));
        }

        if (MedianReferenceAnswer() is { } reference)
            sets.Insert(1, (ReferenceAnswer, reference));
        var rows = FreshComparison.Judge(sets, target, firstTrial: Trials, Fresh, cancellation);
        var table = TableOf(["parameters", "single trials", "mean of all", "better than midpoint", .. sets.Skip(1).Where(set => set.Name == ReferenceAnswer).Select(set => $"better than {set.Name}")]);
        foreach (var row in rows)
            table.AddRow([Markup.Escape(row.Name), Number(row.Mean), Number(row.MeanDipoleLoss), .. rows.Take(table.Columns.Count - 3).Select(other => Difference(other.Improvement(row)))]);
        terminal.Table(table);
        terminal.Object(new { rows });

        static string Difference((double Value, double Error) better) => $"{Number(better.Value)} ± {Number(better.Error)}";
    }

    private void Recovery(ParseResult words, Terminal terminal, double weightFactor, CancellationToken cancellation)
    {
        var fits = new RecoveryFits(terminal, words.GetRequiredValue(_folder), weightFactor);
        var table = TableOf(["case", "hidden ms", "found ms", "loss before", "loss after", "within 0.5 ms"]);
        var rows = new List<RecoveryRow>();
        for (var number = 0; number < words.GetValue(_seeds); number++)
        {
            rows.Add(fits.Find(number, words.GetRequiredValue(_solver), words.GetValue(_evaluations), cancellation));
            var row = rows[^1];
            string[] cells = [$"{row.Number}", Number(row.Hidden), Number(row.Found), Number(row.InitialLoss), row.Loss.ToString("G3", CultureInfo.InvariantCulture), row.IsFound ? "yes" : "no"];
            terminal.Note(string.Join(" ", cells));
            table.AddRow(cells);
        }

        terminal.Table(table);
        terminal.Line($"Found within 0.5 ms: {rows.Count(row => row.IsFound)} of {rows.Count}.");
        terminal.Object(new { rows });
    }

    private void Surrogate(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var table = TableOf(["solver", .. s_targets.SelectMany(kind => SurrogateFits.Marks.Select(mark => $"{kind.Name}, {mark}"))]);
        var rows = new List<object>();
        foreach (var (solver, budget) in SurrogateFits.Solvers)
        {
            var medians = s_targets.SelectMany(kind => SurrogateFits.Medians(solver, budget, words.GetValue(_seeds), kind.IsAttainable, cancellation)).ToArray();
            string[] cells = [solver.Name, .. medians.Select(Number)];
            terminal.Note(string.Join(" ", cells));
            table.AddRow(cells);
            rows.Add(new { solver = solver.Name, medians });
        }

        terminal.Table(table);
        terminal.Object(new { SurrogateFits.Marks, rows });
    }

    // Of five recorded runs of the reference's solver the one in the middle; null where they are not at hand.
    private static ParameterValues? MedianReferenceAnswer()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable(ReferenceRuns) ?? "", "optimise", "tutorial_reference_runs.json");
        if (!File.Exists(path))
            return null;
        using var runs = JsonDocument.Parse(File.ReadAllText(path));
        var sorted = runs.RootElement.GetProperty("runs").EnumerateArray().OrderBy(run => run.GetProperty("best_loss").GetDouble()).ToArray();
        return new ParameterValues(sorted[sorted.Length / 2].GetProperty("best_parameters").EnumerateObject().Select(value => KeyValuePair.Create(value.Name, value.Value.GetDouble())));
    }

    private static Table TableOf(IEnumerable<string> headings)
    {
        var table = new Table();
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(heading).RightAligned());
        return table;
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("F2", CultureInfo.InvariantCulture);
}
