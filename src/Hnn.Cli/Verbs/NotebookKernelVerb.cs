using System.CommandLine;
using Hnn.Cli.Notebooks;
using Hnn.Cli.Output;
using Hnn.Jupyter.Kernel;

namespace Hnn.Cli.Verbs;

/// <summary>The kernel that Jupyter starts; nobody types this.</summary>
internal sealed class NotebookKernelVerb : IVerb
{
    private readonly Argument<string> _connection = new("CONNECTION_FILE") { Description = "The file in which Jupyter says where to listen." };

    public Command Command => new("kernel", "Serve a notebook that is open in Jupyter; Jupyter starts this by itself after 'hnn notebook install'.") { Hidden = true, Arguments = { _connection } };

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        // Jupyter starts a kernel in the folder of its notebook.
        KernelHost.Run(words.GetRequiredValue(_connection), Toolkit.EngineFor(Environment.CurrentDirectory), cancellation);
        return Task.FromResult(ExitCode.Success);
    }
}
