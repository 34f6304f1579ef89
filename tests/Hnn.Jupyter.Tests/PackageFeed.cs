using System.IO.Compression;
using Hnn.Testing;

namespace Hnn.Jupyter.Tests;

/// <summary>A folder of packages that is the only source of a restore, with a package store of its own: nothing outside of it is read or changed.</summary>
internal sealed class PackageFeed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Makes an empty feed.</summary>
    /// <param name="fallback">A folder of restored packages that are used as they are; those of this toolkit are left out, for they may be old. Default: none.</param>
    public PackageFeed(string? fallback = null)
    {
        Directory.CreateDirectory(Source);
        Directory.CreateDirectory(Fallback);
        var others = fallback is null ? [] : Directory.EnumerateDirectories(fallback).Where(package => !Path.GetFileName(package).StartsWith("hnn.", StringComparison.OrdinalIgnoreCase));
        foreach (var package in others)
            Directory.CreateSymbolicLink(Path.Combine(Fallback, Path.GetFileName(package)), package);

        // NuGet reads the configuration of the folders above a project; the restored project lies in the cache.
        File.WriteAllText(_folder.PathOf("nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Store}" /></config>
              <packageSources><clear /></packageSources>
              <fallbackPackageFolders><clear /><add key="fallback" value="{Fallback}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>The folder for <c>#i</c>.</summary>
    public string Source => _folder.PathOf("feed");

    /// <summary>Where restores are remembered.</summary>
    public string Cache => _folder.PathOf("cache");

    /// <summary>Where packages from the feed are unpacked and loaded from.</summary>
    public string Store => _folder.PathOf("store");

    private string Fallback => _folder.PathOf("fallback");

    /// <summary>Adds a package of one library, which holds <c>NAME.Greeting.Text()</c>.</summary>
    /// <param name="name">Name of package, library and namespace.</param>
    /// <param name="extension">Content of its extension.dib, or null if it has none.</param>
    public void Add(string name, string? extension = null)
    {
        var library = SmallLibrary.Write(_folder.PathOf("build"), name, $"hello from {name}");
        using var package = ZipFile.Open(Path.Combine(Source, $"{name}.1.2.3.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(library, $"lib/net10.0/{name}.dll");
        Write(package, $"{name}.nuspec", $"<package><metadata><id>{name}</id><version>1.2.3</version><authors>a</authors><description>d</description></metadata></package>");
        if (extension is not null)
            Write(package, "interactive-extensions/dotnet/extension.dib", extension);
    }

    public void Dispose() => _folder.Dispose();

    private static void Write(ZipArchive package, string name, string content)
    {
        using var writer = new StreamWriter(package.CreateEntry(name).Open());
        writer.Write(content);
    }
}
