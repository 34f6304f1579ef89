using System.CommandLine;
using Hnn.Cli.Output;

namespace Hnn.Cli.Verbs;

internal sealed class VerifyVerb : IVerb
{
    public Command Command => new("verify", "x");

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation) => Task.FromResult(0);
}
