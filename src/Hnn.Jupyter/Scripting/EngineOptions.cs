using System.Collections.Immutable;

namespace Hnn.Jupyter.Scripting;

/// <summary>What a script engine has at hand from the start.</summary>
public sealed record EngineOptions
{
    /// <summary>Nothing but the framework.</summary>
    public static EngineOptions Default { get; } = new();

    /// <summary>Names of assemblies that cells may use without <c>#r</c>; <c>#r "nuget:NAME"</c> of the same name and version, or of no version, then does nothing, and of another version is an error. Default: none.</summary>
    public ImmutableArray<string> PreloadedAssemblies { get; init; } = [];

    /// <summary>Namespaces (or static types) that every cell uses, beside System, System.Text, System.Collections, System.Collections.Generic, System.Linq and System.Threading.Tasks. Default: none.</summary>
    public ImmutableArray<string> Usings { get; init; } = [];

    /// <summary>What is called when the engine starts. Default: nothing.</summary>
    public ImmutableArray<EngineExtension> Extensions { get; init; } = [];

    /// <summary>The folder to which paths in <c>#r</c>, <c>#i</c> and <c>#!import</c> are relative; file names in C# stay relative to the process's current folder. Default: empty, that folder too.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Where the outcome of restoring NuGet packages is kept. Default: null, a folder in the user's cache.</summary>
    public string? PackageCache { get; init; }

    /// <summary>The longest a cell may run before it is interrupted. Positive. Default: null, no limit.</summary>
    public TimeSpan? CellTimeLimit { get; init; }
}
