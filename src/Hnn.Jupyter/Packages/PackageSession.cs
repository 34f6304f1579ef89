using System.Collections.Immutable;

namespace Hnn.Jupyter.Packages;

/// <summary>The packages and sources that the cells so far asked for. All are restored together, so that one version of each serves them all.</summary>
internal sealed class PackageSession(string? cacheFolder, ImmutableArray<string> preloaded)
{
    private readonly PackageRestore _restore = new(cacheFolder ?? Path.Combine(UserCache(), "hnn", "notebook-packages"));
    private readonly HashSet<string> _preloaded = new(preloaded, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableSortedDictionary<string, string> _packages = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
    private ImmutableSortedSet<string> _sources = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Adds a folder or address to look for packages in.</summary>
    public void AddSource(string source) => _sources = _sources.Add(source);

    /// <summary>Restores packages with those before.</summary>
    /// <param name="wanted">Names and versions.</param>
    /// <param name="cancellation">Ends the restore.</param>
    /// <returns>The files of all packages, and the folders of those that are new. Empty if the host has everything that is wanted.</returns>
    /// <exception cref="PackageException">A package cannot be restored, or another version of it is in use; nothing has changed then.</exception>
    public async Task<RestoredPackages> AddAsync(IEnumerable<(string Name, string Version)> wanted, CancellationToken cancellation)
    {
        var together = wanted.Where(package => !_preloaded.Contains(package.Name)).Aggregate(_packages, With);
        if (together.Count == _packages.Count)
            return new RestoredPackages([], [], []);

        var restored = await _restore.RestoreAsync(together, _sources, cancellation).ConfigureAwait(false);
        _packages = together;
        return restored with { Folders = [.. restored.Folders.Where(package => !_preloaded.Contains(package.Name) && _loaded.Add(package.Name))] };
    }

    private static ImmutableSortedDictionary<string, string> With(ImmutableSortedDictionary<string, string> packages, (string Name, string Version) wanted)
    {
        if (packages.TryGetValue(wanted.Name, out var version) && wanted.Version.Length > 0 && wanted.Version != version)
            throw new PackageException($"{(version.Length > 0 ? $"Version {version}" : "The newest version")} was asked for before, and a package cannot be exchanged once it is loaded. Name the same version everywhere, and restart.");
        return packages.ContainsKey(wanted.Name) ? packages : packages.Add(wanted.Name, wanted.Version);
    }

    private static string UserCache()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (OperatingSystem.IsMacOS())
            return Path.Combine(home, "Library", "Caches");
        return Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(home, ".cache");
    }
}
