using System.Globalization;
using Hnn.Core.Files;
using Hnn.Core.FitSetups;
using Hnn.Core.Networks;
using Hnn.Jupyter.Notebooks;
using Hnn.Mpi;
using Hnn.Mpi.Binding;

namespace Hnn.Cli.Output;

/// <summary>Turns an error into a message for people: what, why, how to mend it.</summary>
internal static class ErrorReport
{
    /// <summary>Writes one message to standard error and, if JSON is asked for, an object with <c>error</c> to standard output.</summary>
    public static void Write(Terminal terminal, Exception fault)
    {
        var message = MessageOf(fault);
        terminal.Note($"Error: {message}");
        terminal.Object(new { error = message });
    }

    private static string MessageOf(Exception fault) => fault switch
    {
        NetworkException network => string.Join(Environment.NewLine, network.Problems.Select(problem => problem.ToString()).Prepend(Heading(network.Problems.Length))),
        FitSetupException setup => string.Join(Environment.NewLine, setup.Faults.Select(fault => fault.Message).Prepend(SetupHeading(setup.Faults.Length))),
        MpiException or MpiSimulationException or ArgumentException => MpiNames.InWordsOfTheCommand(fault.Message),
        FileFault or NotebookException or KeyNotFoundException or InvalidOperationException => fault.Message,
        IOException or UnauthorizedAccessException => $"{fault.Message} Check the path and the rights to it.",
        _ => $"{fault.Message} ({fault.GetType().Name}). This was not foreseen: please report it with the words you used.",
    };

    private static string Heading(int problems) => $"The network cannot be simulated; {Found(problems)}";

    private static string SetupHeading(int faults) => $"The fit cannot be begun; {Found(faults)}";

    private static string Found(int faults) =>
        string.Create(CultureInfo.InvariantCulture, $"{(faults == 1 ? "one fault was" : $"{faults} faults were")} found.");
}
