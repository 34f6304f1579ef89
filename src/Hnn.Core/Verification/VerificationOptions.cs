using System.Collections.Immutable;
using Hnn.Engine.Runs;

namespace Hnn.Core.Verification;

/// <summary>Which recorded simulations are replayed, where what they refer to lies, and how they are run.</summary>
public sealed record VerificationOptions
{
    private const string ReferenceVariable = "HNN_REFERENCE";
    private const string DataVariable = "HNN_DATA";

    /// <summary>Folder that is searched, itself and everything below it, for folders with a <c>settings.json</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>Folder of the parameter files that settings name; null if there is none. Default: none.</summary>
    public string? ParametersFolder { get; init; }

    /// <summary>Folder of the measured dipoles that settings name; null if there is none. Default: none.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Names of the cases to replay, as <see cref="CaseResult.Name"/> gives them. Default: all.</summary>
    public ImmutableArray<string> Cases { get; init; } = [];

    /// <summary>Width of the vector instructions. Results do not depend on it. Default: the fastest on this processor.</summary>
    public CodePath CodePath { get; init; } = CodePath.Widest;

    /// <summary>Number of threads; 0 stands for one per processor. Results do not depend on it. Default: 0.</summary>
    public int Threads { get; init; }

    /// <summary>The folders that the environment names: <c>sims</c> and <c>params</c> under <c>HNN_REFERENCE</c>, and <c>HNN_DATA</c>.</summary>
    /// <param name="folder">Folder to search instead of <c>sims</c>. Default: <c>sims</c>.</param>
    /// <exception cref="DirectoryNotFoundException">No folder is given and <c>HNN_REFERENCE</c> is not set.</exception>
    public static VerificationOptions FromEnvironment(string? folder = null)
    {
        var reference = FolderNamedBy(ReferenceVariable);
        return new VerificationOptions
        {
            Folder = folder
                ?? (reference is null ? null : Path.Combine(reference, "sims"))
                ?? throw new DirectoryNotFoundException($"There is no folder to verify. Recorded simulations are looked for in sims under {ReferenceVariable}, which is not set. Name a folder, or set it."),
            ParametersFolder = reference is null ? null : Path.Combine(reference, "params"),
            DataFolder = FolderNamedBy(DataVariable),
        };
    }

    private static string? FolderNamedBy(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder ? folder : null;
}
