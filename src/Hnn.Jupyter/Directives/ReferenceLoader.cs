using System.Collections.Immutable;
using Hnn.Jupyter.Packages;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Directives;

/// <summary>Carries out <c>#r</c> and <c>#i</c>: finds assemblies and packages, loads them, and lets scripts see them.</summary>
internal sealed class ReferenceLoader(ScriptSession session, PackageSession packages)
{
    /// <summary>Loads what the parts of a cell refer to.</summary>
    /// <returns>The scripts that newly loaded packages want to be run: name of the package, path of the script.</returns>
    /// <exception cref="DirectiveException">Something cannot be found or loaded.</exception>
    public async Task<IEnumerable<(string Name, string Script)>> LoadAsync(ImmutableArray<CellPart> parts, Origin origin, CancellationToken cancellation)
    {
        foreach (var part in parts.OfType<SourcePart>())
            packages.AddSource(part.Source.Contains("://", StringComparison.Ordinal) ? part.Source : ExistingFolder(part, origin));
        foreach (var part in parts.OfType<ReferencePart>())
            session.AddReference(Load(part, origin));
        var wanted = parts.OfType<PackagePart>().ToArray();
        return wanted.Length == 0 ? [] : await LoadPackagesAsync(wanted, cancellation).ConfigureAwait(false);
    }

    private static string ExistingFolder(SourcePart part, Origin origin)
    {
        var folder = origin.FullPath(part.Source);
        return Directory.Exists(folder) ? folder : throw new DirectiveException(part.Line, $"The folder '{part.Source}' does not exist, so no packages can be found there. Name an existing folder, or the address of a NuGet source.");
    }

    private static System.Reflection.Assembly Load(ReferencePart part, Origin origin)
    {
        try
        {
            var file = origin.FullPath(part.Path);
            return File.Exists(file) ? HostAssemblies.LoadFile(file) : HostAssemblies.Load(WithoutExtension(part.Path));
        }
        catch (Exception fault) when (fault is FileNotFoundException or FileLoadException)
        {
            throw new DirectiveException(part.Line, $"The assembly '{part.Path}' is neither a file here nor an assembly of the framework. Correct the path, which is relative to the notebook's folder.", fault);
        }
        catch (BadImageFormatException fault)
        {
            throw new DirectiveException(part.Line, $"The file '{part.Path}' is no .NET assembly. Name a .dll made for .NET.", fault);
        }
    }

    private static string WithoutExtension(string path) => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;

    private async Task<IEnumerable<(string Name, string Script)>> LoadPackagesAsync(PackagePart[] wanted, CancellationToken cancellation)
    {
        try
        {
            var restored = await packages.AddAsync(wanted.Select(part => (part.Name, part.Version)), cancellation).ConfigureAwait(false);
            foreach (var library in restored.NativeLibraries)
                HostAssemblies.AddNativeLibrary(library);
            foreach (var file in restored.Assemblies)
                session.AddReference(HostAssemblies.LoadFile(file));
            return restored.Extensions;
        }
        catch (PackageException fault)
        {
            var part = wanted.FirstOrDefault(each => fault.Message.Contains(each.Name, StringComparison.OrdinalIgnoreCase)) ?? wanted[0];
            var package = part.Version.Length > 0 ? $"{part.Name} {part.Version}" : part.Name;
            throw new DirectiveException(part.Line, $"The package {package} cannot be loaded. {fault.Message} Check its name and version, the network, and the sources (#i \"nuget:folder or address\").", fault);
        }
    }
}
