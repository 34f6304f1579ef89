using System.CommandLine;
using Hnn.Cli.Output;

namespace Hnn.Cli.Verbs;

/// <summary>What can be done with notebooks; the verbs that follow it do it.</summary>
internal sealed class NotebookVerb : IVerb
{
    public Command Command => new("notebook", "Run C# notebooks, in Jupyter or without a server, and make web pages of them.");

    public IEnumerable<IVerb> Verbs => [new NotebookOpenVerb(), new NotebookRunVerb(), new NotebookExportVerb(), new NotebookInstallVerb(), new NotebookDoctorVerb(), new NotebookKernelVerb()];

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        terminal.Note("Say what to do with the notebook: 'hnn notebook --help' lists the verbs.");
        return Task.FromResult(ExitCode.Usage);
    }
}
