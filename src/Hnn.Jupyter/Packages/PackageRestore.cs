using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hnn.Jupyter.Packages;

/// <summary>Lets the .NET SDK fetch NuGet packages: writes a project that refers to them, restores it, and reads where they are. An outcome is kept and found again by what was asked for, unless that was the newest version: it may be another one tomorrow.</summary>
internal sealed partial class PackageRestore(string cacheFolder)
{
    private static readonly string Framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <summary>Restores packages with all they need.</summary>
    /// <param name="packages">Names, and versions or version ranges; an empty version means the newest.</param>
    /// <param name="sources">Folders and addresses to look in, beside those of the user's NuGet configuration.</param>
    /// <param name="cancellation">Ends the restore.</param>
    /// <exception cref="PackageException">The packages cannot be restored.</exception>
    public async Task<RestoredPackages> RestoreAsync(IReadOnlyDictionary<string, string> packages, IReadOnlyCollection<string> sources, CancellationToken cancellation)
    {
        var project = Project(packages, sources).ToString();
        var folder = Path.Combine(cacheFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16]);
        var mayBeKept = packages.Values.All(version => version.Length > 0 && !version.Contains('*', StringComparison.Ordinal));
        if (mayBeKept && KnownIn(folder) is { Exist: true } known)
            return known;

        // Another process may be restoring the same: each works in a folder of its own, and the first to end leaves its outcome.
        var work = $"{folder}.{Guid.NewGuid():N}";
        try
        {
            await WriteProjectAsync(work, project, cancellation).ConfigureAwait(false);
            await RunRestoreAsync(work, cancellation).ConfigureAwait(false);
            var restored = AssetsIn(work);
            if (mayBeKept)
                Keep(work, folder);
            return restored;
        }
        finally
        {
            Remove(work);
        }
    }

    // An outcome that cannot be read (a file was lost or cut short) is none, and is replaced.
    private static RestoredPackages? KnownIn(string folder)
    {
        try
        {
            return AssetsIn(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    // What is left behind does no harm; the restore's own fault matters more.
    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static RestoredPackages AssetsIn(string folder) => AssetsFile.Read(Path.Combine(folder, "obj", "project.assets.json"));

    private static async Task WriteProjectAsync(string folder, string project, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "packages.csproj"), project, cancellation).ConfigureAwait(false);
        // Such files of a folder above must not reach into the project.
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            await File.WriteAllTextAsync(Path.Combine(folder, name), "<Project />", cancellation).ConfigureAwait(false);
    }

    private static void Keep(string work, string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(work, folder);
        }
        catch (IOException)
        {
            // The other process was faster; what it left is the same.
        }
    }

    private static XElement Project(IReadOnlyDictionary<string, string> packages, IReadOnlyCollection<string> sources) =>
        new("Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", Framework),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', sources)),
                new XElement("RestoreIgnoreFailedSources", "true"),
                new XElement("NuGetAudit", "false")),
            new XElement("ItemGroup",
                packages.OrderBy(package => package.Key, StringComparer.OrdinalIgnoreCase).Select(package =>
                    new XElement("PackageReference", new XAttribute("Include", package.Key), new XAttribute("Version", package.Value.Length > 0 ? package.Value : "*")))));

    private static async Task RunRestoreAsync(string folder, CancellationToken cancellation)
    {
        using var restore = Start(folder);
        var output = restore.StandardOutput.ReadToEndAsync(cancellation);
        var error = restore.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await restore.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            restore.Kill(entireProcessTree: true);
            await restore.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        var report = await output.ConfigureAwait(false) + await error.ConfigureAwait(false);
        if (restore.ExitCode != 0)
            throw new PackageException(Faults(report));
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            ArgumentList = { "restore", "packages.csproj", "--nologo", "--verbosity", "quiet", "-nodeReuse:false" },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new PackageException($"The command 'dotnet' cannot be started ({fault.Message}), and packages are restored by the .NET SDK. Install the SDK, or let its folder be on the PATH.");
        }
    }

    private static string Faults(string report)
    {
        var faults = Fault.Matches(report).Select(match => match.Groups["fault"].Value.Trim()).Distinct().ToImmutableArray();
        return faults.Length > 0 ? string.Join(' ', faults) : report.Trim();
    }

    [GeneratedRegex(@"error (?<fault>[A-Z]+\d+: [^\[\r\n]*)")]
    private static partial Regex Fault { get; }
}
