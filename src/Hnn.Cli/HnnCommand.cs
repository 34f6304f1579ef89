using System.CommandLine;
using System.CommandLine.Invocation;
using Hnn.Cli.Output;
using Hnn.Cli.Verbs;
using Hnn.Mpi;
using Hnn.Mpi.Binding;

namespace Hnn.Cli;

/// <summary>The whole command: understands the words, calls the verb, reports errors.</summary>
internal static class HnnCommand
{
    // After Ctrl-C a fit simulates its best parameters once more and writes its files; then the process is ended in any case.
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromMinutes(1);

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Write one JSON object to standard output and nothing else.",
        Recursive = true,
    };

    /// <summary>Runs the command. Ctrl-C cancels it.</summary>
    /// <param name="arguments">The words after <c>hnn</c>.</param>
    /// <param name="output">Standard output: the result.</param>
    /// <param name="error">Standard error: progress, warnings, errors.</param>
    /// <param name="cancellation">Cancels it as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        var parsed = Root().Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var fault in parsed.Errors)
                await error.WriteLineAsync(fault.Message).ConfigureAwait(false);
            await error.WriteLineAsync("'hnn --help' lists the verbs, 'hnn VERB --help' the words of a verb.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        var terminal = new Terminal(output, error, parsed.GetValue(Json));
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToFinish };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            terminal.Note("Cancelled.");
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // The outermost border: whatever went wrong becomes one message, never a stack trace.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            ErrorReport.Write(terminal, fault);
            return fault is MpiException or MpiSimulationException ? ExitCode.Mpi : ExitCode.Failure;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("hnn: the human neocortical neurosolver. Simulates a column of neocortex and its current dipole.") { HelpName = "hnn" };
        root.Add(Json);
        foreach (var verb in new IVerb[] { new TutorialVerb(), new SimulateVerb(), new FitVerb(), new ModelVerb(), new NotebookVerb(), new VerifyVerb(), new MpiVerb(), new BenchVerb() })
            root.Add(Verb(verb));
        return root;
    }

    private static Command Verb(IVerb verb)
    {
        var command = verb.Command;
        foreach (var inner in verb.Verbs)
            command.Add(Verb(inner));
        command.SetAction((parsed, cancellation) =>
        {
            var configuration = parsed.InvocationConfiguration;
            return verb.RunAsync(parsed, new Terminal(configuration.Output, configuration.Error, parsed.GetValue(Json)), cancellation);
        });
        return command;
    }
}
