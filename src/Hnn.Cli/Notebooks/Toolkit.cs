using Hnn.Interactive;
using Hnn.Jupyter.Scripting;

namespace Hnn.Cli.Notebooks;

/// <summary>A notebook engine that has the whole toolkit at hand, so that a notebook needs neither a network nor a restore.</summary>
internal static class Toolkit
{
    // Also what users of the toolkit's charts and numbers reach for.
    private static readonly string[] Assemblies =
    [
        "Hnn.Engine", "Hnn.Core", "Hnn.Plots", "Hnn.Plots.Plotly", "Hnn.Mpi", "Hnn.Interactive", "MathNet.Numerics", "Plotly.NET", "Plotly.NET.CSharp",
    ];

    /// <summary>The engine for notebooks of a folder.</summary>
    /// <param name="folder">The folder to which paths in a notebook are relative.</param>
    public static EngineOptions EngineFor(string folder) => EngineOptions.Default with
    {
        Folder = folder,
        PreloadedAssemblies = [.. Assemblies],
        Extensions = [new EngineExtension(typeof(NotebookExtension).AssemblyQualifiedName!, nameof(NotebookExtension.Load))],
    };
}
