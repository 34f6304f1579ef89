using System.CommandLine;
using Hnn.Cli.Output;

namespace Hnn.Cli.Verbs;

/// <summary>One verb of the command.</summary>
internal interface IVerb
{
    /// <summary>The verb's words.</summary>
    Command Command { get; }

    /// <summary>Verbs that follow this one, as <c>fit</c> follows <c>bench</c>; usually none.</summary>
    IEnumerable<IVerb> Verbs => [];

    /// <summary>Does what the verb says.</summary>
    /// <param name="words">The words as understood.</param>
    /// <param name="terminal">Where results and progress go.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation);
}
