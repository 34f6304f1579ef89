using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Hnn.Testing;

namespace Hnn.Cli.Tests;

/// <summary>The command packed as a .NET tool and installed from the folder with the package alone, once for all tests.</summary>
public sealed class ToolPackage : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The package.</summary>
    public string Package => Assert.Single(Directory.GetFiles(_folder.PathOf("feed"), "*.nupkg"));

    /// <summary>The installed command.</summary>
    public string Command => _folder.PathOf(OperatingSystem.IsWindows() ? "tools/hnn.exe" : "tools/hnn");

    /// <summary>How long the installation took.</summary>
    public TimeSpan InstallTime { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!LongTests.AreWanted)
            return;
        await File.WriteAllTextAsync(_folder.PathOf("nuget.config"), $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{_folder.PathOf("feed")}\" /></packageSources></configuration>");
        await DoneAsync("dotnet", "pack", Path.Combine(SourceFolder(), "..", "..", "src", "Hnn.Cli"), "-c", "Release", "-o", _folder.PathOf("feed"), "-nologo", "-v", "quiet", "-nodeReuse:false");
        var clock = Stopwatch.StartNew();
        await DoneAsync("dotnet", "tool", "install", "hnn", "--tool-path", _folder.PathOf("tools"), "--configfile", _folder.PathOf("nuget.config"));
        InstallTime = clock.Elapsed;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Full path of a file in a folder that is gone at the end.</summary>
    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Runs the installed command, which must end with code 0.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public Task<string> RunAsync(params string[] words) => DoneAsync(Command, words);

    /// <summary>Starts a program as a user does, who has .NET where it is here and no variables of these tests.</summary>
    public Process Start(string program, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = _folder.PathOf(""), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment.Remove("HNN_RUNNER");
        return Process.Start(start)!;
    }

    private async Task<string> DoneAsync(string program, params string[] words)
    {
        using var process = Start(program, words);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', words)} ended with code {process.ExitCode}:\n{await output}\n{await error}");
        return await output;
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
