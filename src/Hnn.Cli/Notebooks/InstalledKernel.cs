using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hnn.Mpi.Launching;

namespace Hnn.Cli.Notebooks;

/// <summary>What lies where Jupyter looks for our kernel.</summary>
internal sealed record InstalledKernel
{
    // By this field we know a folder that we wrote.
    public const string Mark = "hnn_version";

    /// <summary>Full path of its folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether there is anything in the folder.</summary>
    public required bool IsThere { get; init; }

    /// <summary>The version of hnn that wrote it; null if somebody else did.</summary>
    public Version? Version { get; init; }

    /// <summary>The command by which Jupyter starts it.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>Whether plotly.js lies beside it.</summary>
    public bool HasPlotly { get; init; }

    /// <summary>Whether somebody else wrote it.</summary>
    public bool IsForeign => IsThere && Version is null;

    /// <summary>The program, or the library that dotnet is to run, that is not there; null if all is there.</summary>
    public string? MissingFile => Command.Where((word, i) => i == 0 ? ProgramPath.Find(word) is null : word.EndsWith(".dll", StringComparison.Ordinal) && !File.Exists(word)).FirstOrDefault();

    /// <summary>Whether Jupyter can start it.</summary>
    public bool CanStart => IsThere && !IsForeign && Command.Length > 0 && MissingFile is null;

    /// <summary>Whether it can start, has all it needs, and is this program's, or that of a newer one.</summary>
    public bool IsUpToDate => CanStart && HasPlotly && (Version > KernelSpec.Version || (Version == KernelSpec.Version && Command.SequenceEqual(KernelSpec.WholeCommand)));

    /// <summary>Looks into Jupyter's data.</summary>
    /// <param name="data">Folder of Jupyter's data, such as <see cref="KernelSpec.UserData"/>.</param>
    public static InstalledKernel In(string data)
    {
        var folder = Path.Combine(data, "kernels", KernelSpec.Name);
        var found = new InstalledKernel { Folder = folder, IsThere = Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() };
        try
        {
            var kernel = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, KernelSpec.FileName)));
            if (!Version.TryParse(kernel?["metadata"]?[Mark]?.GetValue<string>(), out var version))
                return found;
            return found with
            {
                Version = version,
                Command = [.. kernel["argv"]?.AsArray().Select(word => word?.GetValue<string>() ?? "") ?? []],
                HasPlotly = File.Exists(Path.Combine(folder, KernelSpec.PlotlyName)),
            };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return found;
        }
    }
}
