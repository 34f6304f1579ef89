using System.Text;
using Hnn.Core.Files.NetworkJson;
using Hnn.Core.Networks;

namespace Hnn.Core.Files;

/// <summary>Networks as the reference's hierarchical JSON files: <c>write_configuration</c> and <c>read_network_configuration</c> of hnn-core.</summary>
/// <remarks>
/// What that format loses (the in-plane distance, the laws behind channel densities, the parameters …) stands in objects called <c>hnn</c>,
/// which the reference ignores: a network written and read is equal to itself. A file without them is read as the reference means it:
/// an in-plane distance of 1 µm, densities as listed per segment. Connected pairs are taken as they stand, never drawn again.
/// </remarks>
public static class NetworkFile
{
    private const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>Reads a network.</summary>
    /// <param name="path">Path of a <c>.json</c> file.</param>
    /// <param name="options">What to leave out. Default: nothing.</param>
    /// <exception cref="FileFault">The file is missing, larger than 256 MB, malformed, or describes a network that cannot be; the fault names the place.</exception>
    public static Network Load(string path, NetworkFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parse(path, TextFile.Read(path, MaxBytes), options);
    }

    /// <summary>Makes a network from the text of a network file.</summary>
    /// <param name="name">Name of the text in error messages.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="options">What to leave out. Default: nothing.</param>
    /// <exception cref="FileFault">The text is malformed, or describes a network that cannot be; the fault names the place.</exception>
    public static Network Parse(string name, string text, NetworkFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        return NetworkReader.Read(JsonSource.Parse(name, text), options ?? NetworkFileOptions.Default);
    }

    /// <summary>Writes a network. The file appears whole or not at all.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">Path of the file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default: true.</param>
    /// <exception cref="ArgumentException">The network holds a number that is not finite, which the file could not.</exception>
    /// <exception cref="IOException">The file exists and may not be replaced, or cannot be written.</exception>
    public static void Save(Network network, string path, bool overwrite = true)
    {
        ArgumentNullException.ThrowIfNull(network);
        AtomicFile.Write(path, stream => NetworkWriter.Write(network, stream), overwrite);
    }

    /// <summary>The text of a network file, indented by four.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentException">The network holds a number that is not finite, which the file could not.</exception>
    public static string ToJson(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var stream = new MemoryStream();
        NetworkWriter.Write(network, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
