using System.Collections.Immutable;

namespace Hnn.Jupyter.Packages;

/// <summary>The files of restored packages, on this machine.</summary>
/// <param name="Assemblies">Assemblies to refer to and load.</param>
/// <param name="NativeLibraries">Native libraries for this system.</param>
/// <param name="Folders">Each package's name and folder.</param>
internal sealed record RestoredPackages(
    ImmutableArray<string> Assemblies, ImmutableArray<string> NativeLibraries, ImmutableArray<(string Name, string Folder)> Folders)
{
    /// <summary>Scripts the packages want to be run after loading, as .NET Interactive does it: extension.dib in interactive-extensions/dotnet.</summary>
    public IEnumerable<(string Name, string Script)> Extensions =>
        Folders.Select(package => (package.Name, Script: Path.Combine(package.Folder, "interactive-extensions", "dotnet", "extension.dib"))).Where(package => File.Exists(package.Script));

    /// <summary>Whether all the files are there.</summary>
    public bool Exist => Assemblies.Concat(NativeLibraries).All(File.Exists) && Folders.All(package => Directory.Exists(package.Folder));
}
