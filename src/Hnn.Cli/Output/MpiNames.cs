using System.Text.RegularExpressions;

namespace Hnn.Cli.Output;

/// <summary>What the library says about MPI, in the words of the command: its options instead of the library's.</summary>
internal static partial class MpiNames
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["Processes"] = "--mpi", ["Launcher"] = "--launcher", ["HostFile"] = "--hostfile", ["ExtraArguments"] = "the whole command that --launcher takes",
    };

    /// <summary>The text with the names of the command's options in the place of the library's.</summary>
    public static string InWordsOfTheCommand(string text) => Names.Replace(text, name => Words[name.Groups["name"].Value]);

    [GeneratedRegex(@"\bMpiOptions\.(?<name>Processes|Launcher|HostFile|ExtraArguments)\b|\b(?<name>HostFile|ExtraArguments)\b")]
    private static partial Regex Names { get; }
}
