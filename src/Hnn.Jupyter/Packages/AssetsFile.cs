using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hnn.Jupyter.Packages;

/// <summary>Reads what a restore wrote: project.assets.json.</summary>
internal static class AssetsFile
{
    /// <summary>The files for this system.</summary>
    /// <exception cref="JsonException">The file is not what a restore writes.</exception>
    public static RestoredPackages Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var packageFolders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray();
        var packages = root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .Where(library => library.Value.GetProperty("type").ValueEquals("package"))
            .Select(library => (Name: library.Name.Split('/')[0], Assets: library.Value, Folder: FolderOf(root.GetProperty("libraries").GetProperty(library.Name), packageFolders)))
            .ToArray();
        return new RestoredPackages(
            [.. packages.SelectMany(package => Assemblies(package.Assets).Select(file => Path.GetFullPath(Path.Combine(package.Folder, file))))],
            [.. packages.SelectMany(package => ForThisSystem(package.Assets, "native").Select(file => Path.GetFullPath(Path.Combine(package.Folder, file))))],
            [.. packages.Select(package => (package.Name, package.Folder))]);
    }

    private static string FolderOf(JsonElement library, string[] packageFolders)
    {
        var path = library.GetProperty("path").GetString()!;
        return packageFolders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(Directory.Exists) ?? Path.Combine(packageFolders[0], path);
    }

    // An assembly made for this system goes before the one for all.
    private static IEnumerable<string> Assemblies(JsonElement assets)
    {
        var special = ForThisSystem(assets, "runtime").ToArray();
        var general = assets.TryGetProperty("runtime", out var files) ? files.EnumerateObject().Select(file => file.Name) : [];
        return special.Concat(general.ExceptBy(special.Select(Path.GetFileName), Path.GetFileName)).Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> ForThisSystem(JsonElement assets, string assetType)
    {
        if (!assets.TryGetProperty("runtimeTargets", out var files))
            return [];
        var fitting = files.EnumerateObject()
            .Where(file => file.Value.GetProperty("assetType").ValueEquals(assetType))
            .Select(file => (Path: file.Name, Rank: SystemNames.IndexOf(file.Value.GetProperty("rid").GetString()!)))
            .Where(file => file.Rank >= 0)
            .ToArray();
        return fitting.GroupBy(file => Path.GetFileName(file.Path)).Select(same => same.MinBy(file => file.Rank).Path);
    }

    /// <summary>The names NuGet has for this system, the closest first: linux-x64, linux, unix-x64, unix, any.</summary>
    private static ImmutableArray<string> SystemNames { get; } = Names();

    private static ImmutableArray<string> Names()
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string[] systems = OperatingSystem.IsWindows() ? ["win"] : OperatingSystem.IsMacOS() ? ["osx", "unix"] : ["linux", "unix"];
        var general = systems.SelectMany(system => new[] { $"{system}-{architecture}", system });
        return [.. new[] { RuntimeInformation.RuntimeIdentifier }.Concat(general).Append("any").Distinct()];
    }
}
