namespace Hnn.Core.Files;

/// <summary>What of a network file is taken over.</summary>
/// <example><c>var column = Network.Load("net.json", NetworkFileOptions.Default with { Drives = false });</c></example>
public sealed record NetworkFileOptions
{
    /// <summary>All of it.</summary>
    public static NetworkFileOptions Default { get; } = new();

    /// <summary>Whether the drives are taken over, with their cells and connections. Default: true.</summary>
    public bool Drives { get; init; } = true;

    /// <summary>Whether the tonic biases are taken over. Default: true.</summary>
    public bool Biases { get; init; } = true;
}
