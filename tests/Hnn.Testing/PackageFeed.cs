using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hnn.Testing;

/// <summary>A folder for packages of this solution, and beside it a place to use them as a user does who has nothing else of it. Gone when disposed.</summary>
public sealed class PackageFeed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>An empty feed. Packages of others come from the cache from which the solution was restored, and what is unpacked goes into a cache of its own.</summary>
    public PackageFeed()
    {
        var others = typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "PackageCache").Value;
        File.WriteAllText(Configuration, $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{PathOf("feed")}" /><add key="others" value="{others}" /></packageSources>
              <packageSourceMapping>
                <packageSource key="feed"><package pattern="Hnn*" /></packageSource>
                <packageSource key="others"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
    }

    /// <summary>NuGet's configuration, which names the feed.</summary>
    public string Configuration => PathOf("nuget.config");

    /// <summary>Folder with the packages that were used, each unpacked.</summary>
    public string Cache => PathOf("packages");

    /// <summary>Full path of a file of the place.</summary>
    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Packs projects of the folder src into the feed.</summary>
    public async Task PackAsync(params string[] projects)
    {
        foreach (var project in projects)
        {
            var start = StartOf("dotnet", "pack", Path.Combine(SourceFolder(), "..", "..", "src", project), "-c", "Release", "-o", PathOf("feed"), "-nologo", "-v", "quiet");
            start.Environment.Remove("NUGET_PACKAGES");
            await DoneAsync(Process.Start(start)!);
        }
    }

    /// <summary>Runs a program, which must end with code 0.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public async Task<string> RunAsync(string program, params string[] words) => await DoneAsync(Start(program, words));

    /// <summary>Starts a program as a user does, who has .NET where it is here and no variables of these tests.</summary>
    public Process Start(string program, params IEnumerable<string> words) => Process.Start(StartOf(program, words))!;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private ProcessStartInfo StartOf(string program, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = PathOf(""), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["NUGET_PACKAGES"] = Cache;
        start.Environment.Remove("HNN_RUNNER");
        return start;
    }

    private static async Task<string> DoneAsync(Process process)
    {
        using (process)
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException(
                    $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended with code {process.ExitCode}:\n{await output}\n{await error}");
        }
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
