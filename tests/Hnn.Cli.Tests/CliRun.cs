using System.Diagnostics;
using System.Text.Json;

namespace Hnn.Cli.Tests;

/// <summary>One run of the command, with what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    /// <summary>A run inside the test's process.</summary>
    public static async Task<CliRun> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await HnnCommand.RunAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A run in a process of its own, which can have another environment.</summary>
    /// <param name="environment">Variables that differ; null unsets one.</param>
    /// <param name="words">The words of the command.</param>
    public static async Task<CliRun> InProcessAsync(IEnumerable<KeyValuePair<string, string?>> environment, params string[] words)
    {
        using var process = Start(environment, words);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new CliRun(process.ExitCode, await output, await error);
        }
        finally
        {
            End(process);
        }
    }

    /// <summary>Ends a process, and what it started, that should have ended by itself.</summary>
    public static void End(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
    }

    /// <summary>Starts such a process.</summary>
    public static Process Start(IEnumerable<KeyValuePair<string, string?>> environment, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HnnCommand).Assembly.Location, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Standard output read as the one JSON object it must be.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Output);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
            return document.RootElement.Clone();
        }
    }
}
