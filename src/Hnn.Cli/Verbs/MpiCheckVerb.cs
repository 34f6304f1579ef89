using System.CommandLine;
using Hnn.Cli.Output;
using Hnn.Mpi.Checks;

namespace Hnn.Cli.Verbs;

/// <summary>Tells whether MPI works here, how fast, and what to do if not.</summary>
internal sealed class MpiCheckVerb : IVerb
{
    private readonly MpiWords _mpi = new(ranks: 2);

    public Command Command => new("check", "Tell whether MPI works here: launcher, library, start, speed and bits; and what to install or change. Ends with code 3 if it does not work.") { _mpi };

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var check = MpiCheck.Run(_mpi.OptionsOf(words), cancellation);
        foreach (var finding in check.Findings)
            terminal.Line(MpiNames.InWordsOfTheCommand(finding.ToString()));
        terminal.Object(ObjectOf(check));
        return Task.FromResult(check.Works ? ExitCode.Success : ExitCode.Mpi);
    }

    private static object ObjectOf(MpiCheck check) => new
    {
        check.Works,
        check.Launcher,
        check.Family,
        check.Version,
        check.Library,
        ranks = check.Processes,
        check.Hosts,
        check.Processors,
        check.Slots,
        startSeconds = check.StartTime?.TotalSeconds,
        milliseconds = check.Timings is { } times ? new { times.Barrier, times.Allgather, times.Allgatherv, times.RoundTrip } : null,
        check.Timings?.BytesPerSecond,
        check.HasSameBits,
        findings = check.Findings.Select(finding => new { kind = finding.Kind.ToString(), text = MpiNames.InWordsOfTheCommand(finding.Text) }),
    };
}
