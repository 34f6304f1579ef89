using Hnn.Core.Drives;
using Hnn.Core.Files;

namespace Hnn.Core.Networks;

public sealed partial class Network
{
    /// <summary>Reads a network file; see <see cref="NetworkFile.Load"/>.</summary>
    /// <param name="path">Path of a <c>.json</c> file.</param>
    /// <param name="options">What to leave out. Default: nothing.</param>
    /// <exception cref="FileFault">The file is missing, malformed, or describes a network that cannot be; the fault names the place.</exception>
    public static Network Load(string path, NetworkFileOptions? options = null) => NetworkFile.Load(path, options);

    /// <summary>Writes a network file; see <see cref="NetworkFile.Save"/>.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default: true.</param>
    /// <exception cref="ArgumentException">The network holds a number that is not finite.</exception>
    /// <exception cref="IOException">The file exists and may not be replaced, or cannot be written.</exception>
    public void Save(string path, bool overwrite = true) => NetworkFile.Save(this, path, overwrite);

    /// <summary>Takes over from a file what no public method sets: all was checked by the reader.</summary>
    internal void Restore(double inPlaneDistance, double layerSeparation, IEnumerable<Connection> connections, IEnumerable<TonicBias> biases)
    {
        (InPlaneDistance, LayerSeparation) = (inPlaneDistance, layerSeparation);
        _connections.AddRange(connections);
        _biases.AddRange(biases);
    }
}
