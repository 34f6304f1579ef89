using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Hnn.Cli.Output;
using Hnn.Core.Backends;
using Hnn.Core.Verification;
using Hnn.Engine.Runs;
using Spectre.Console;

namespace Hnn.Cli.Verbs;

/// <summary>Replays recorded simulations of the reference and compares.</summary>
internal sealed class VerifyVerb : IVerb
{
    private readonly Argument<string?> _folder = new("DIR")
    {
        Description = "Folder that is searched for recorded simulations. Default: sims under HNN_REFERENCE.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _cases = new("--case") { Description = "Name of a case to replay; may be given several times. [default: all]", HelpName = "NAME" };
    private readonly Option<CodePath> _path = Words.CodePath();
    private readonly Option<int> _threads = Words.Threads();
    private readonly MpiWords _mpi = new();

    public Command Command => new("verify", "Replay recorded simulations of the reference and compare spikes, dipoles, voltages, currents and potentials. With --mpi, also compare the bits of the ranks with those of the threads. Ends with code 1 if one differs.")
    {
        _folder, _cases, _path, _threads, _mpi,
    };

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var options = VerificationOptions.FromEnvironment(words.GetValue(_folder)) with
        {
            Cases = [.. words.GetValue(_cases) ?? []],
            CodePath = words.GetValue(_path),
            Threads = words.GetValue(_threads),
        };
        using var ranks = _mpi.Use(words, terminal, options.Threads);
        ranks?.Start();
        var results = Verifier.Verify(options, new Reporter(terminal, Verifier.FindCases(options).Length), cancellation);
        var bits = ranks is null ? [] : BitComparisons(results, options, terminal, cancellation);
        terminal.Table(TableOf(results));
        foreach (var (result, reason) in results.SelectMany(result => Reasons(result).Concat(Remarks(result)).Select(reason => (result, reason))))
            terminal.Line($"{result.Name}: {reason}");
        var failed = results.Count(result => !result.Passed);
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{results.Length - failed} of {results.Length} cases agree."));
        foreach (var comparison in bits)
            terminal.Line(comparison.ToString());
        var other = bits.Count(comparison => !comparison.IsSame);
        if (ranks is not null)
            terminal.Line($"{bits.Length - other} of {bits.Length} cases have the same bits on {ranks.Processes} ranks as on the threads of this process.");
        var passed = failed == 0 && other == 0;
        terminal.Object(new { passed, codePath = options.CodePath.ToString(), options.Threads, ranks = ranks?.Processes, sameBits = ranks is null ? (int?)null : bits.Length - other, cases = results.Select(ObjectOf), onThreads = bits.Select(ObjectOf) });
        return Task.FromResult(passed ? ExitCode.Success : ExitCode.Failure);
    }

    private static ImmutableArray<BitComparison> BitComparisons(ImmutableArray<CaseResult> onRanks, VerificationOptions options, Terminal terminal, CancellationToken cancellation)
    {
        terminal.Note("Now the same on the threads of this process, to compare the bits.");
        using (SimulationBackend.Use(null))
            return [.. onRanks.Zip(Verifier.Verify(options, new Reporter(terminal, onRanks.Length), cancellation), (ranks, threads) => new BitComparison(ranks, threads))];
    }

    private static Table TableOf(ImmutableArray<CaseResult> results)
    {
        var table = new Table();
        table.AddColumn("case");
        foreach (var heading in new[] { "spikes", "equal", "dipole error / peak", "seconds" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        table.AddColumn("agrees");
        foreach (var result in results)
        {
            table.AddRow(
                Markup.Escape(result.Name), Text(result.SpikesRecorded), Text(result.SpikesEqual), result.DipoleError?.ToString("0.0e+0", CultureInfo.InvariantCulture) ?? "-",
                result.Elapsed.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture), result.IsWithinRounding ? "yes*" : result.Passed ? "yes" : "NO");
        }

        return table;
    }

    private static IEnumerable<string> Reasons(CaseResult result) => result.Faults.Concat(result.Comparisons.Where(comparison => !comparison.Passed).Select(comparison =>
        string.Create(CultureInfo.InvariantCulture, $"{comparison.Subject} differs by {comparison.Error:G3}, more than {comparison.Tolerance:G3}{(comparison.Where.Length > 0 ? $" ({comparison.Where})" : "")}.")));

    private static IEnumerable<string> Remarks(CaseResult result) => result.Comparisons.Where(comparison => comparison.IsWithinRounding).Select(comparison =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"* {comparison.Subject} differs by {comparison.Error:G3} of its peak ({comparison.Where}), above {comparison.Tolerance:G3}; the rounding of the reference's own difference quotients makes {comparison.Floor:G3} here."));

    private static object ObjectOf(CaseResult result) => new
    {
        result.Name,
        result.Passed,
        result.IsWithinRounding,
        result.SpikesRecorded,
        result.SpikesEqual,
        result.DipoleError,
        seconds = result.Elapsed.TotalSeconds,
        result.OutputHash,
        result.Comparisons,
        result.NotRecorded,
        result.Faults,
    };

    private static object ObjectOf(BitComparison comparison) => new
    {
        comparison.OnThreads.Name,
        comparison.IsSame,
        seconds = comparison.OnThreads.Elapsed.TotalSeconds,
        comparison.OnThreads.OutputHash,
        comparison.OnThreads.Faults,
    };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    // One line per case as soon as it is known, so that an ended verification has told what it found.
    private sealed class Reporter(Terminal terminal, int total) : IProgress<CaseResult>
    {
        private int _done;

        public void Report(CaseResult value) =>
            terminal.Note(string.Create(CultureInfo.InvariantCulture, $"[{++_done}/{total}] {value.Name}: {(value.Passed ? "agrees" : "DIFFERS")} ({value.Elapsed.TotalSeconds:F2} s)"));
    }
}
