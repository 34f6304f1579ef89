using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Hnn.Jupyter.Scripting;

/// <summary>The assemblies of this process. There is one copy of each: what the host already has is never loaded from elsewhere.</summary>
internal static class HostAssemblies
{
    private static readonly ConcurrentDictionary<string, bool> NativeFolders = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, bool> ManagedFolders = new(StringComparer.Ordinal);

    static HostAssemblies()
    {
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => NativeLibraryIn(NativeFolders.Keys, name);
        AssemblyLoadContext.Default.Resolving += (context, name) => FileIn(ManagedFolders.Keys, $"{name.Name}.dll") is { } file ? context.LoadFromAssemblyPath(file) : null;
    }

    /// <summary>Paths of the assemblies that the host may load without being told where they are.</summary>
    public static ImmutableArray<string> Files { get; } =
        [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Loads an assembly of the host by its name.</summary>
    /// <exception cref="FileNotFoundException">The host has no such assembly.</exception>
    public static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));

    /// <summary>The version of the package that an assembly comes from, without the part that names its source; that of the assembly where it says no other.</summary>
    public static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? assembly.GetName().Version!.ToString();

    /// <summary>Loads an assembly from a file, or gives the one of the same name that the process already has.</summary>
    /// <exception cref="BadImageFormatException">The file is no .NET assembly.</exception>
    public static Assembly LoadFile(string path)
    {
        var name = AssemblyName.GetAssemblyName(path).Name!;
        ManagedFolders[Path.GetDirectoryName(path)!] = true;
        if (Files.Any(file => Path.GetFileNameWithoutExtension(file).Equals(name, StringComparison.OrdinalIgnoreCase)))
            return Load(name);
        return AssemblyLoadContext.Default.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == name && assembly.Location.Length > 0)
            ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
    }

    /// <summary>Lets assemblies find a native library in its folder.</summary>
    public static void AddNativeLibrary(string path) => NativeFolders[Path.GetDirectoryName(path)!] = true;

    private static nint NativeLibraryIn(IEnumerable<string> folders, string name)
    {
        string[] names = [name, $"lib{name}.so", $"{name}.so", $"lib{name}.dylib", $"{name}.dylib", $"{name}.dll"];
        return names.Select(each => FileIn(folders, each)).FirstOrDefault(file => file is not null) is { } found && NativeLibrary.TryLoad(found, out var library) ? library : 0;
    }

    private static string? FileIn(IEnumerable<string> folders, string name) =>
        folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
