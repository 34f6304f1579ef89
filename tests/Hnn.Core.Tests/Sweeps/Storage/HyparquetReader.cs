using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Hnn.Core.Tests.Sweeps.Storage;

/// <summary>Reads Parquet files with npm's hyparquet, which is fetched once into a folder beside the tests.</summary>
internal static class HyparquetReader
{
    private const string Package = "hyparquet@1.33.0";
    private const string Script = "read-parquet.mjs";

    /// <summary>Why the reader cannot be used here; null if it can.</summary>
    public static string? WhyNot { get; } = Install();

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "hyparquet");

    /// <summary>The columns of each file.</summary>
    public static JsonElement[] Read(params string[] paths)
    {
        var (code, output, error) = Run("node", [Script, .. paths]);
        Assert.True(code == 0, error);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string? Install()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Sweeps", "Storage", "Oracles", Script), Path.Combine(Folder, Script), overwrite: true);
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "hyparquet")))
                return null;
            var (code, _, error) = Run("npm", ["install", "--prefix", ".", "--no-audit", "--no-fund", "--fetch-retries=1", Package]);
            return code == 0 ? null : $"Needs npm's {Package}, which could not be fetched: {error}";
        }
        catch (Win32Exception missing)
        {
            return $"Needs Node.js with npm to read Parquet files with {Package}: {missing.Message}";
        }
    }

    private static (int Code, string Output, string Error) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
