using System.Collections.Immutable;

namespace Hnn.Jupyter.Packages;

/// <summary>The packages and sources that the cells so far asked for. All are restored together, so that one version of each serves them all.</summary>
/// <param name="cacheFolder">Where outcomes of restores are kept; null for the user's cache.</param>
/// <param name="preloaded">Packages that the host has, with the version of each.</param>
internal sealed class PackageSession(string? cacheFolder, IEnumerable<KeyValuePair<string, string>> preloaded)
{
    private readonly PackageRestore _restore = new(cacheFolder ?? Path.Combine(UserCache(), "hnn", "notebook-packages"));
    private readonly ImmutableDictionary<string, string> _preloaded = preloaded.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableSortedDictionary<string, string> _packages = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
    private ImmutableSortedSet<string> _sources = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Adds a folder or address to look for packages in.</summary>
    public void AddSource(string source) => _sources = _sources.Add(source);

    /// <summary>Restores packages with those before.</summary>
    /// <param name="wanted">Names and versions.</param>
    /// <param name="cancellation">Ends the restore.</param>
    /// <returns>The files of all packages, and the folders of those that are new. Empty if the host has everything that is wanted.</returns>
    /// <exception cref="PackageException">A package cannot be restored, or another version of it is in use or at hand; nothing has changed then.</exception>
    public async Task<RestoredPackages> AddAsync(IEnumerable<(string Name, string Version)> wanted, CancellationToken cancellation)
    {
        var together = wanted.Where(package => !IsAtHand(package.Name, package.Version)).Aggregate(_packages, With);
        if (together.Count == _packages.Count)
            return new RestoredPackages([], [], []);

        var restored = await _restore.RestoreAsync(together, _sources, cancellation).ConfigureAwait(false);
        _packages = together;
        return restored with { Folders = [.. restored.Folders.Where(package => !_preloaded.ContainsKey(package.Name) && _loaded.Add(package.Name))] };
    }

    private bool IsAtHand(string name, string wanted)
    {
        if (!_preloaded.TryGetValue(name, out var version))
            return false;
        if (wanted.Length == 0 || wanted == "*" || Full(wanted).Equals(Full(version), StringComparison.OrdinalIgnoreCase))
            return true;
        throw new PackageException($"{name} {version} is already at hand here, and cannot be exchanged for another version. Write #r \"nuget: {name}\" or #r \"nuget: {name}, {version}\", or use a host that brings {wanted}.");
    }

    // 1.2 and 1.2.0 are the same version.
    private static string Full(string version) =>
        Version.TryParse(version, out var parts) ? new Version(parts.Major, parts.Minor, Math.Max(parts.Build, 0), Math.Max(parts.Revision, 0)).ToString() : version;

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
