using System.ComponentModel;
using System.Diagnostics;

namespace Hnn.Notebooks.Tests.Browser;

/// <summary>JupyterLab's own code for outputs as the script of one page. Debian has no JupyterLab, but npm has the packages it is made of: they are fetched once, into a folder beside the tests.</summary>
internal static class LabBundle
{
    private static readonly string[] Bundling = ["lab.mjs", "--bundle", "--minify", "--outfile=lab.js", "--define:process.env.NODE_ENV=\"production\"", "--loader:.svg=dataurl", "--log-level=error"];

    /// <summary>Why it cannot be had here; null if it can.</summary>
    public static string? WhyNot { get; } = Build();

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Browser", "Lab");

    /// <summary>Puts the page and what it needs into a folder.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var name in new[] { "lab.html", "lab.js", "lab.css" })
            File.Copy(Path.Combine(Folder, name), Path.Combine(folder, name));
    }

    private static string? Build()
    {
        try
        {
            return Run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--prefer-offline", "--fetch-retries=1"]) is { } missing
                ? $"Needs JupyterLab's packages from npm, which could not be fetched: {missing}"
                : Run(Path.Combine(Folder, "node_modules", ".bin", "esbuild"), Bundling) is { } fault ? throw new InvalidOperationException(fault) : null;
        }
        catch (Win32Exception missing)
        {
            return $"Needs Node.js with npm to fetch JupyterLab's packages: {missing.Message}";
        }
    }

    // What it complained of, or null.
    private static string? Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : error.GetAwaiter().GetResult();
    }
}
