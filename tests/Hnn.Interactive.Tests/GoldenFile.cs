using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Hnn.Interactive.Tests;

/// <summary>Texts that were looked at and found good. With <c>HNN_ACCEPT_GOLDEN=1</c> the present ones are accepted; then look at them.</summary>
internal static partial class GoldenFile
{
    /// <summary>Compares a text with its golden file; pictures, hashes and the library's version are replaced by their kinds.</summary>
    public static void Matches(string name, string text, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name);
        var plain = Version.Replace(Hash.Replace(Picture.Replace(text, "$1"), "HASH"), "$1VERSION");
        if (Environment.GetEnvironmentVariable("HNN_ACCEPT_GOLDEN") == "1")
            File.WriteAllText(path, plain);

        Assert.Equal(File.ReadAllText(path), plain);
    }

    [GeneratedRegex("data:(image/[a-z+]+);base64,[A-Za-z0-9+/=]+")]
    private static partial Regex Picture { get; }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash { get; }

    [GeneratedRegex("(library version</td><td style=\"text-align:left\">|library version +)[^<\\s]+")]
    private static partial Regex Version { get; }
}
