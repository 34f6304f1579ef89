using System.CommandLine;
using Hnn.Cli.Output;

namespace Hnn.Cli.Verbs;

/// <summary>What can be done about MPI itself; the verbs that follow it do it.</summary>
internal sealed class MpiVerb : IVerb
{
    public Command Command => new("mpi", "Look after MPI, on whose ranks other verbs simulate with --mpi N.");

    public IEnumerable<IVerb> Verbs => [new MpiCheckVerb()];

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        terminal.Note("Say what to do about MPI: 'hnn mpi --help' lists the verbs.");
        return Task.FromResult(ExitCode.Usage);
    }
}
