using System.Diagnostics;
using Hnn.Testing;

namespace Hnn.Cli.Tests;

/// <summary>The command packed as a .NET tool and installed from the folder with the package alone, once for all tests.</summary>
public sealed class ToolPackage : IAsyncLifetime
{
    private readonly PackageFeed _feed = new();

    /// <summary>The package.</summary>
    public string Package => Assert.Single(Directory.GetFiles(_feed.PathOf("feed"), "*.nupkg"));

    /// <summary>The installed command.</summary>
    public string Command => _feed.PathOf(OperatingSystem.IsWindows() ? "tools/hnn.exe" : "tools/hnn");

    /// <summary>How long the installation took.</summary>
    public TimeSpan InstallTime { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!LongTests.AreWanted)
            return;
        await _feed.PackAsync("Hnn.Cli");
        var clock = Stopwatch.StartNew();
        await _feed.RunAsync("dotnet", "tool", "install", "hnn", "--tool-path", _feed.PathOf("tools"), "--configfile", _feed.Configuration);
        InstallTime = clock.Elapsed;
    }

    public ValueTask DisposeAsync()
    {
        _feed.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Full path of a file in a folder that is gone at the end.</summary>
    public string PathOf(string name) => _feed.PathOf(name);

    /// <summary>Runs the installed command, which must end with code 0.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public Task<string> RunAsync(params string[] words) => _feed.RunAsync(Command, words);

    /// <summary>Starts a program as a user does, who has .NET where it is here and no variables of these tests.</summary>
    public Process Start(string program, params IEnumerable<string> words) => _feed.Start(program, words);
}
