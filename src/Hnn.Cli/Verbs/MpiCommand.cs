using System.CommandLine;

namespace Hnn.Cli.Verbs;

/// <summary>Lets a verb list the words for MPI among its others.</summary>
internal static class MpiCommand
{
    /// <summary>Adds the words to the verb's.</summary>
    public static void Add(this Command command, MpiWords words) => words.AddTo(command);
}
